using System.Text.Json.Nodes;
using CareJournal.Storage;
using CareJournal.Support;
using static CareJournal.Support.Some;

namespace CareJournal.Keeping;

/// <summary>The manifest of a copy says what the copy holds, and is believed only as the program wrote it.</summary>
public sealed class CopyManifestTests : IDisposable
{
    private readonly TestJournal _journal = TestJournal.Open();
    private readonly string _stick = Directory.CreateTempSubdirectory("carejournal-stick-").FullName;

    public void Dispose()
    {
        _journal.Dispose();
        Directory.Delete(_stick, recursive: true);
    }

    [Fact]
    public async Task It_names_the_rows_and_the_head_that_the_journal_had()
    {
        await PatientAsync(_journal);
        (long rows, long head, long number) = (_journal.Rows(), _journal.Ask<long>("SELECT MAX(Number) FROM ChainLinks"), JournalSchema.Version);
        string digest = Convert.ToHexStringLower(_journal.Ask<byte[]>("SELECT Digest FROM ChainLinks ORDER BY Number DESC LIMIT 1"));
        JournalFolder copy = await CopyAsync();
        CopyManifest manifest = Assert.IsType<ManifestAnswer.Found>(Read(copy)).Manifest;
        Assert.Equal((rows, head, digest, number, true), (manifest.Rows, manifest.HeadNumber, manifest.HeadDigest, manifest.Schema, manifest.IsWhole));
        Assert.Equal(new FileInfo(copy.DatabasePath).Length, manifest.Bytes);
        Assert.Equal(_journal.Clock.GetUtcNow().UtcDateTime, manifest.MadeAtUtc);
    }

    [Theory]
    [InlineData("madeAtUtc", "\"2027-01-01T00:00:00Z\"")]
    [InlineData("rows", "12")]
    [InlineData("headNumber", "99999")]
    [InlineData("headDigest", "\"00\"")]
    [InlineData("bytes", "1")]
    [InlineData("program", "\"9.9.9\"")]
    [InlineData("schema", "7")]
    [InlineData("isWhole", "false")]
    public async Task One_that_was_edited_is_found(string field, string value)
    {
        JournalFolder copy = await CopyAsync();
        JsonNode manifest = JsonNode.Parse(File.ReadAllText(copy.ManifestPath))!;
        Assert.NotNull(manifest["copy"]![field]);
        manifest["copy"]![field] = JsonNode.Parse(value);
        File.WriteAllText(copy.ManifestPath, manifest.ToJsonString());
        Assert.IsType<ManifestAnswer.Changed>(Read(copy));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"copy":{},"authentication":"zz"}""")]
    [InlineData("[[[[")]
    public async Task What_is_no_manifest_is_none(string text)
    {
        JournalFolder copy = await CopyAsync();
        File.WriteAllText(copy.ManifestPath, text);
        Assert.IsType<ManifestAnswer.Changed>(Read(copy));
    }

    [Fact]
    public async Task That_of_another_journal_is_not_believed_and_a_copy_without_one_is_told_apart()
    {
        JournalFolder copy = await CopyAsync();
        Assert.IsType<ManifestAnswer.Changed>(CopyManifest.ReadFrom(copy, new byte[32]));
        File.Delete(copy.ManifestPath);
        Assert.IsType<ManifestAnswer.Missing>(Read(copy));
    }

    private async Task<JournalFolder> CopyAsync() => new(Assert.IsType<CopyOutcome.Verified>(await _journal.Get<JournalCopier>().CopyAsync(_stick)).Path);

    private ManifestAnswer Read(JournalFolder copy) => CopyManifest.ReadFrom(copy, _journal.File.CopyManifestKey());
}
