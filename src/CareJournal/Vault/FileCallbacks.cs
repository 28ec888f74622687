using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static CareJournal.Vault.NativeSqlite;

namespace CareJournal.Vault;

/// <summary>
/// The functions that SQLite calls for an open file. Reading and writing go to <see cref="EncryptedFile"/>, the rest
/// directly to the system's own file. No exception may leave any of them.
/// <para>In memory a file is: this class's method table · a handle to its <see cref="EncryptedFile"/> · the system's own file.</para>
/// </summary>
internal static unsafe class FileCallbacks
{
    /// <summary>The number of bytes before the system's own file; a multiple of 16, so that it stays aligned.</summary>
    public const int HeaderSize = 16;

    private static readonly FileMethods* Methods = MakeMethods();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    public static int Open(FileSystem* fileSystem, byte* name, OpenFile* file, int flags, int* flagsOut)
    {
        // An empty method table means to SQLite that there is nothing to close.
        file->Methods = null;
        try
        {
            var path = Marshal.PtrToStringUTF8((nint)name);
            var key = EncryptedFileSystem.KeyFor(path, (OpenRequest)flags, out var isJournal);
            var cipher = key?.NewCipher();
            if (key is null || cipher is null)
            {
                return Result.CannotOpen;
            }

            var open = EncryptedFile.Create(key, cipher, isJournal);
            var handle = GCHandle.Alloc(open);
            var system = EncryptedFileSystem.SystemFiles;
            Behind(file)->Methods = null;
            var result = system->Open(system, name, Behind(file), flags, flagsOut);
            if (result != Result.Ok)
            {
                handle.Free();
                open.Dispose();
                return result;
            }

            *Handle(file) = GCHandle.ToIntPtr(handle);
            file->Methods = Methods;
            return Result.Ok;
        }
        catch (Exception)
        {
            return Result.CannotOpen;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        try
        {
            var open = Opened(file);
            open.Locked(Behind(file), level: 0);
            GCHandle.FromIntPtr(*Handle(file)).Free();
            open.Dispose();
        }
        catch (Exception)
        {
            // The system's own file is closed all the same.
        }

        file->Methods = null;
        return Behind(file)->Methods->Close(Behind(file));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(OpenFile* file, byte* destination, int count, long offset)
    {
        try
        {
            return Opened(file).Read(Behind(file), new Span<byte>(destination, count), offset);
        }
        catch (ObjectDisposedException)
        {
            return Result.NotAuthorised;
        }
        catch (Exception)
        {
            return Result.ReadFailed;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* source, int count, long offset)
    {
        try
        {
            return Opened(file).Write(Behind(file), new ReadOnlySpan<byte>(source, count), offset);
        }
        catch (ObjectDisposedException)
        {
            return Result.NotAuthorised;
        }
        catch (Exception)
        {
            return Result.WriteFailed;
        }
    }

    private static int Told(OpenFile* file, Action<EncryptedFile> tell)
    {
        try
        {
            tell(Opened(file));
            return Result.Ok;
        }
        catch (Exception)
        {
            return Result.WriteFailed;
        }
    }

    private static nint* Handle(OpenFile* file) => (nint*)((byte*)file + sizeof(OpenFile));

    private static EncryptedFile Opened(OpenFile* file) => (EncryptedFile)GCHandle.FromIntPtr(*Handle(file)).Target!;

    /// <summary>Returns the system's own file, whose pages are encrypted.</summary>
    public static OpenFile* Behind(OpenFile* file) => (OpenFile*)((byte*)file + HeaderSize);

    private static FileMethods* MakeMethods()
    {
        // Some file may refer to it as long as the process runs: this memory is never freed.
        var methods = (FileMethods*)NativeMemory.AllocZeroed((nuint)sizeof(FileMethods));
        methods->Version = 2;
        methods->Close = &Close;
        methods->Read = &Read;
        methods->Write = &Write;
        methods->Truncate = &Truncate;
        methods->Sync = &Sync;
        methods->Size = &Size;
        methods->Lock = &Lock;
        methods->Unlock = &Unlock;
        methods->CheckReservedLock = &CheckReservedLock;
        methods->Control = &Control;
        methods->SectorSize = &SectorSize;
        methods->DeviceCharacteristics = &DeviceCharacteristics;
        return methods;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long size)
    {
        var result = Behind(file)->Methods->Truncate(Behind(file), size);
        return result == Result.Ok ? Told(file, open => open.Truncated(size)) : result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(OpenFile* file, int flags) => Behind(file)->Methods->Sync(Behind(file), flags);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Size(OpenFile* file, long* size)
    {
        try
        {
            var result = Opened(file).Sizing(Behind(file));
            return result == Result.Ok ? Behind(file)->Methods->Size(Behind(file), size) : result;
        }
        catch (Exception)
        {
            return Result.ReadFailed;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Lock(OpenFile* file, int level)
    {
        var result = Behind(file)->Methods->Lock(Behind(file), level);
        return result == Result.Ok ? Told(file, open => open.Locked(Behind(file), level)) : result;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Unlock(OpenFile* file, int level)
    {
        // Told before: once the lock is released, another connection may be told of its own.
        Told(file, open => open.Locked(Behind(file), level));
        return Behind(file)->Methods->Unlock(Behind(file), level);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReservedLock(OpenFile* file, int* answer) => Behind(file)->Methods->CheckReservedLock(Behind(file), answer);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Control(OpenFile* file, int operation, void* argument) => Behind(file)->Methods->Control(Behind(file), operation, argument);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(OpenFile* file) => RollbackHead.Size;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeviceCharacteristics(OpenFile* file) => Behind(file)->Methods->DeviceCharacteristics(Behind(file)) & ~ShortCuts;
}
