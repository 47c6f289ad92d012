import JourneyEventLog
import Testing

@Suite("Log preview")
struct LogPreviewTests {
  private func preview(_ text: String) throws -> LogPreview {
    try LogPreview(MemorySource(Array(text.utf8)), file: "test.csv")
  }

  @Test("columns are told apart by their names and values")
  func roles() throws {
    let preview = try preview(
      """
      ,user_id,session_id,event,timestamp,platform,user_cohort,note
      0,u1,s1,home,2024-01-01 10:00:00,web,2024-01,
      1,u1,s2,home,2024-01-02 10:00:00,app,2024-01,x
      2,u2,s3,cart,2024-01-03 10:00:00,web,2024-01,
      """
    )
    #expect(preview.rows == 3)
    #expect(
      preview.columns.map(\.name) == [
        "#1", "user_id", "session_id", "event", "timestamp", "platform", "user_cohort", "note",
      ]
    )
    #expect(preview.columns.map(\.role) == [nil, .caseName, .caseName, .activity, .time, .channel, nil, nil])
    #expect(preview.columns[3].examples == ["home", "cart"])
    #expect(preview.columns[7].filled == 1)
  }

  @Test("names of process-mining exports are understood")
  func processMining() throws {
    let preview = try preview(
      "case:concept:name,concept:name,time:timestamp\n1,a,2024-01-01\n2,b,2024-01-02\n"
    )
    #expect(preview.columns.map(\.role) == [.caseName, .activity, .time])
  }

  @Test("an empty file has no columns to look at")
  func empty() {
    do {
      _ = try preview("")
      Issue.record("an empty file was previewed")
    } catch let error as EventLogError {
      #expect(error.code == "log-empty")
    } catch {
      Issue.record("another error: \(error)")
    }
  }
}
