namespace CareJournal.Vault;

/// <summary>Tells a file that was damaged from one that was written under another key.</summary>
internal static class KeyProof
{
    // Whoever tampers with a file rarely tampers with all of it, and a whole journal of 370 MB is not to be read for one answer.
    private const int Looks = 256;

    /// <summary>Whether the key opens at least one of the first pages: the file is then of this key, whatever became of its other pages.</summary>
    /// <param name="path">A database, of any kind.</param>
    /// <param name="key">32 bytes.</param>
    public static bool OpensAnyPage(string path, ReadOnlySpan<byte> key)
    {
        using PageCipher cipher = new(key);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] page = new byte[PageCipher.PageSize];
        for (long offset = 0; offset < Looks * (long)PageCipher.PageSize; offset += PageCipher.PageSize)
        {
            if (file.ReadAtLeast(page, page.Length, throwOnEndOfStream: false) < page.Length)
            {
                return false;
            }

            if (cipher.TryDecrypt(PageHome.Database, offset, page))
            {
                return true;
            }
        }

        return false;
    }
}
