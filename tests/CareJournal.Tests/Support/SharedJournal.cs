namespace CareJournal.Support;

/// <summary>One journal for all tests of a class, each with people of its own; its clock stays at noon of 2026-11-22.</summary>
public sealed class SharedJournal : IDisposable
{
    public TestJournal Journal { get; } = TestJournal.Open();

    public void Dispose() => Journal.Dispose();
}
