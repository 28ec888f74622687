namespace CareJournal.Support;

/// <summary>
/// A disk in memory of a few megabytes, which can be filled and made read-only. Mounting needs root on Linux; elsewhere
/// <see cref="TryMount"/> returns null, and the tests use what SQLite and the file system offer there.
/// </summary>
public sealed class SmallDisk : IDisposable
{
    private readonly string _filler;

    private SmallDisk(string path)
    {
        Path = path;
        _filler = System.IO.Path.Combine(path, "filler");
    }

    public string Path { get; }

    public static SmallDisk? TryMount()
    {
        string path = Directory.CreateTempSubdirectory("carejournal-disk-").FullName;
        if (OperatingSystem.IsLinux() && Tool.Run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", path).Succeeded)
        {
            return new SmallDisk(path);
        }

        Directory.Delete(path);
        return null;
    }

    /// <summary>Creates a folder on the disk and returns its path.</summary>
    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;

    /// <summary>Fills the disk until not one more byte fits.</summary>
    public void Fill()
    {
        using FileStream filler = new(_filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        byte[] bytes = new byte[4096];
        for (int size = bytes.Length; size > 0;)
        {
            try
            {
                filler.Write(bytes, 0, size);
            }
            catch (IOException)
            {
                size /= 2;
            }
        }
    }

    public void MakeRoom() => File.Delete(_filler);

    /// <summary>Makes the disk read-only, also for root. No file on it may be open for writing.</summary>
    public void MakeReadOnly() => Remount("ro");

    public void MakeWritable() => Remount("rw");

    public void Dispose()
    {
        Tool.Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private void Remount(string how)
    {
        (bool succeeded, string said) = Tool.Run("mount", "-o", $"remount,{how}", Path);
        Assert.True(succeeded, said);
    }
}
