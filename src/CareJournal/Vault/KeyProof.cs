namespace CareJournal.Vault;

/// <summary>Distinguishes a damaged file from one that was written with another key.</summary>
internal static class KeyProof
{
    // Whoever tampers with a file rarely changes all of it, and a journal of 370 MB is not to be read whole for one answer.
    private const int Looks = 256;

    /// <summary>Whether the key decrypts at least one of the first pages: the file was then written with it, whatever the state of its other pages.</summary>
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
