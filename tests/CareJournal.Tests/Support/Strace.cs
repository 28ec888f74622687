namespace CareJournal.Support;

/// <summary>The program that records system calls.</summary>
internal static class Strace
{
    /// <summary>Installs it where it is missing and may be installed; fails with a plain sentence otherwise.</summary>
    public static void Find()
    {
        if (!Tool.Run("strace", "-V").Succeeded && Environment.IsPrivilegedProcess)
        {
            Tool.Run("apt-get", "update", "-q");
            Tool.Run("apt-get", "install", "-q", "-y", "--no-install-recommends", "strace");
        }

        (bool there, string said) = Tool.Run("strace", "-V");
        Assert.True(there, $"The trace of what is synced needs strace, which is not here and could not be installed: {said}");
    }
}
