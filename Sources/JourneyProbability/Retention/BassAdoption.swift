import RealModule

/// How many of a market have adopted something that spreads by itself and by word of mouth (Bass, 1969).
///
/// Of those who have not, a share p adopts per period on its own, and q times the share of adopters because of them.
public struct BassAdoption: Hashable, Sendable {
  /// p: the rate of adopting without being told, above 0.
  public let innovation: Double
  /// q: the rate of adopting by word of mouth, at least 0.
  public let imitation: Double

  /// A curve from its two rates, each per period.
  public init(innovation: Double, imitation: Double) {
    self.innovation = innovation
    self.imitation = imitation
  }

  /// The share that has adopted after a time, in periods, at least 0:
  /// F(t) = (1 - e^(-(p + q) t)) / (1 + q / p e^(-(p + q) t)).
  public func share(after time: Double) -> Double {
    let both = innovation + imitation
    // expMinusOne keeps the digits of the first few adopters.
    let early = -Double.expMinusOne(-both * time)
    return early / (1 + imitation / innovation * Double.exp(-both * time))
  }

  /// When most adopt at once, ln(q / p) / (p + q) periods; 0 where word of mouth does not outweigh the rest.
  public var peak: Double {
    imitation > innovation
      ? Double.log(imitation / innovation) / (innovation + imitation) : 0
  }
}
