import JourneyDiagnostics
import Testing

@Suite struct SHA256Tests {
  // The examples of FIPS 180-4's test vectors.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `published digests are met`(text: String, digest: String) {
    #expect(SHA256.hexadecimal(of: text) == digest)
  }

  @Test func `a million letters have the published digest`() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    #expect(SHA256.hexadecimal(of: String(repeating: "a", count: 1_000_000)) == digest)
  }

  @Test(arguments: [55, 56, 63, 64, 65])
  func `lengths around the padding differ in every digit that they should`(length: Int) {
    let one = SHA256.hexadecimal(of: String(repeating: "x", count: length))
    let other = SHA256.hexadecimal(of: String(repeating: "x", count: length + 1))
    #expect(one.count == 64)
    #expect(one != other)
  }
}
