using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CareJournal.Vault;

/// <summary>
/// The structures and constants of SQLite's C interface that a file system needs, and nothing else.
/// They are copied from <c>sqlite3.h</c>, where SQLite's promise of binary compatibility keeps them unchanged
/// (https://sqlite.org/c3ref/vfs.html, https://sqlite.org/c3ref/io_methods.html).
/// </summary>
internal static unsafe partial class NativeSqlite
{
    /// <summary>The library that SQLitePCLRaw ships; the file system must use the very same copy of SQLite.</summary>
    private const string Engine = "e_sqlite3";

    [LibraryImport(Engine)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial FileSystem* sqlite3_vfs_find(byte* name);

    [LibraryImport(Engine)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int sqlite3_vfs_register(FileSystem* fileSystem, int makeDefault);

    [LibraryImport(Engine)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    public static partial int sqlite3_file_control(nint database, byte* schema, int operation, void* argument);

    /// <summary>Result codes (https://sqlite.org/rescode.html). An extended code has its cause above the low byte.</summary>
    public static class Result
    {
        public const int Ok = 0;
        public const int CannotOpen = 14;
        public const int NotADatabase = 26;

        /// <summary>The path was resolved, and contained a symbolic link.</summary>
        public const int OkSymbolicLink = Ok | (2 << 8);

        private const int InputOutputError = 10;
        public const int ReadFailed = InputOutputError | (1 << 8);
        public const int ShortRead = InputOutputError | (2 << 8);
        public const int WriteFailed = InputOutputError | (3 << 8);
        public const int NotAuthorised = InputOutputError | (28 << 8);

        /// <summary>The bytes were read, but they are not what was written.</summary>
        public const int DamagedData = InputOutputError | (32 << 8);

        /// <summary>The disk cannot return what was written to it.</summary>
        public const int DamagedFileSystem = InputOutputError | (33 << 8);
    }

    /// <summary>The kind of file that SQLite asks for (https://sqlite.org/c3ref/c_open_autoproxy.html).</summary>
    [Flags]
    public enum OpenRequest
    {
        None = 0,
        MainDatabase = 0x100,
        MainJournal = 0x800,
    }

    /// <summary><c>SQLITE_FCNTL_RESERVE_BYTES</c>: the number of bytes at the end of each page that belong to the file system.</summary>
    public const int ReserveBytes = 38;

    /// <summary><c>SQLITE_FCNTL_FILE_POINTER</c>: the open file of a database.</summary>
    public const int FilePointer = 7;

    /// <summary>
    /// The byte that processes lock to take turns. SQLite never uses the page around it,
    /// and on Windows writing it could conflict with another process's lock.
    /// </summary>
    public const long PendingByte = 0x4000_0000;

    /// <summary><c>SQLITE_LOCK_EXCLUSIVE</c>: nobody else reads or writes.</summary>
    public const int ExclusiveLock = 4;

    /// <summary>
    /// The device characteristics by which SQLite would leave out the rollback journal, or the number of its records
    /// (<c>SQLITE_IOCAP_ATOMIC…</c>, <c>SAFE_APPEND</c>, <c>SEQUENTIAL</c>, <c>BATCH_ATOMIC</c>).
    /// </summary>
    public const int ShortCuts = 0x1FF | 0x200 | 0x400 | 0x4000;

    /// <summary><c>sqlite3_vfs</c>, version 3.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct FileSystem
    {
        public int Version;
        public int FileSize;
        public int LongestPath;
        public FileSystem* Next;
        public byte* Name;
        public void* ApplicationData;
        public delegate* unmanaged[Cdecl]<FileSystem*, byte*, OpenFile*, int, int*, int> Open;
        public void* Delete;
        public void* Access;
        public delegate* unmanaged[Cdecl]<FileSystem*, byte*, int, byte*, int> FullPath;
        public void* LibraryOpen;
        public void* LibraryError;
        public void* LibrarySymbol;
        public void* LibraryClose;
        public void* Randomness;
        public void* Sleep;
        public void* CurrentTime;
        public void* LastError;
        public void* CurrentTimeInt64;
        public void* SetSystemCall;
        public void* GetSystemCall;
        public void* NextSystemCall;
    }

    /// <summary><c>sqlite3_file</c>: SQLite sees this field only; what follows it belongs to the file system.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct OpenFile
    {
        public FileMethods* Methods;
    }

    /// <summary><c>sqlite3_io_methods</c>, version 2: version 3 would add memory mapping, past which no page can be decrypted.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct FileMethods
    {
        public int Version;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> Close;
        public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Read;
        public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Write;
        public delegate* unmanaged[Cdecl]<OpenFile*, long, int> Truncate;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;
        public delegate* unmanaged[Cdecl]<OpenFile*, long*, int> Size;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Lock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Unlock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int*, int> CheckReservedLock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, void*, int> Control;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> SectorSize;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> DeviceCharacteristics;

        // Left empty on purpose: without shared memory SQLite does not offer a write-ahead log.
        public void* SharedMemoryMap;
        public void* SharedMemoryLock;
        public void* SharedMemoryBarrier;
        public void* SharedMemoryUnmap;
    }
}
