using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CareJournal.Support;

/// <summary>
/// The files of one folder as a program wrote them, call by call, from a trace of strace (<see cref="StraceOptions"/>). Given a moment and a random source it returns what a
/// disk may hold when the power fails then: what was synced is there; of the rest each write is there, is not, or is torn at 512 bytes, and of the names that were made, renamed or
/// deleted since the folder was synced only the first ones are.
/// </summary>
internal sealed class TracedDisk
{
    /// <summary>The options of strace that record whole writes.</summary>
    public static readonly string[] StraceOptions = ["-f", "-y", "-xx", "-s", "70000", "-e", "trace=openat,write,pwrite64,ftruncate,fsync,fdatasync,unlink,rename"];

    private const int Sector = 512;

    private static readonly Regex Call = new(
        @"^(?<thread>\d+) +(?:<\.\.\. )?(?<name>openat|write|pwrite64|ftruncate|fsync|fdatasync|unlink|rename)(?:\(| resumed>)(?<arguments>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private static readonly Regex Quoted = new("\"(?<hex>[^\"]*)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Descriptor = new(@"^\(?\d+<(?<hex>[^>]*)>", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Numbers = new(@"""(\.\.\.)?, (?<length>\d+)(, (?<offset>\d+))?\)? ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);
    private static readonly Regex Length = new(@">, (?<length>\d+)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture);

    private readonly List<Operation> _operations = [];
    private readonly Dictionary<string, byte[]> _before;

    private TracedDisk(Dictionary<string, byte[]> before) => _before = before;

    private abstract record Operation
    {
        public sealed record Make(string Name) : Operation;

        public sealed record Write(string Name, long Offset, byte[] Bytes) : Operation;

        public sealed record Cut(string Name, long Length) : Operation;

        public sealed record Sync(string Name) : Operation;

        public sealed record Delete(string Name) : Operation;

        public sealed record Rename(string Name, string To) : Operation;
    }

    /// <summary>The number of calls.</summary>
    public int Count => _operations.Count;

    /// <summary>Reads a trace.</summary>
    /// <param name="lines">The lines of strace.</param>
    /// <param name="folder">The folder whose files are wanted.</param>
    /// <param name="before">What its files held before, synced.</param>
    public static TracedDisk Read(IEnumerable<string> lines, string folder, Dictionary<string, byte[]> before)
    {
        TracedDisk disk = new(before);
        HashSet<string> there = [.. before.Keys];
        Dictionary<string, string> begun = [];
        foreach (string line in lines)
        {
            if (Call.Match(line) is not { Success: true } call)
            {
                continue;
            }

            string thread = call.Groups["thread"].Value;
            string arguments = call.Groups["arguments"].Value;
            if (arguments.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                begun[thread] = arguments[..^"<unfinished ...>".Length];
                continue;
            }

            if (line.Contains(" resumed>", StringComparison.Ordinal) && begun.Remove(thread, out string? first))
            {
                arguments = first + arguments;
            }

            if (!arguments.Contains(" = -1 ", StringComparison.Ordinal))
            {
                disk._operations.AddRange(Operations(call.Groups["name"].Value, arguments, folder, there));
            }
        }

        return disk;
    }

    /// <summary>Returns the position after each write into a file that no other program reads from the disk: what it says was said by then.</summary>
    /// <param name="name">The file.</param>
    public IEnumerable<(int Position, string Text)> WritesInto(string name) =>
        from operation in _operations.Index()
        where operation.Item is Operation.Write write && write.Name == name
        select (operation.Index + 1, Encoding.UTF8.GetString(((Operation.Write)operation.Item).Bytes));

    /// <summary>Returns the positions just before a file is synced, when as much of it as ever is only on its way.</summary>
    /// <param name="name">The file.</param>
    public IEnumerable<int> BeforeSyncs(string name) =>
        from operation in _operations.Index()
        where operation.Item is Operation.Sync sync && sync.Name == name
        select operation.Index;

    /// <summary>Returns the files as the disk may hold them when the power fails before the call at a position.</summary>
    /// <param name="position">The position.</param>
    /// <param name="random">Decides what became of each write that was not synced.</param>
    /// <param name="isTorn">Whether each of them is torn, whatever the source says.</param>
    public Dictionary<string, byte[]> Image(int position, Random random, bool isTorn = false)
    {
        Dictionary<string, Content> seen = _before.ToDictionary(file => file.Key, file => new Content(file.Value));
        Dictionary<string, Content> durable = new(seen);
        List<Action> names = [];
        foreach (Operation operation in _operations.Take(position))
        {
            switch (operation)
            {
                case Operation.Make(var name):
                    Content made = seen[name] = new Content([]);
                    names.Add(() => durable[name] = made);
                    break;
                case Operation.Write(var name, var offset, var bytes):
                    seen[name].Pending.Add((offset, bytes));
                    break;
                case Operation.Cut(var name, var length):
                    seen[name].Pending.Add((length, null));
                    break;
                case Operation.Sync("."):
                    names.ForEach(change => change());
                    names.Clear();
                    break;
                case Operation.Sync(var name):
                    seen[name].Sync();
                    break;
                case Operation.Delete(var name):
                    seen.Remove(name);
                    names.Add(() => durable.Remove(name));
                    break;
                case Operation.Rename(var name, var to):
                    Content moved = seen[to] = seen[name];
                    seen.Remove(name);
                    names.Add(() =>
                    {
                        durable.Remove(name);
                        durable[to] = moved;
                    });
                    break;
            }
        }

        names.Take(random.Next(names.Count + 1)).ToList().ForEach(change => change());
        return durable.ToDictionary(file => file.Key, file => file.Value.After(random, isTorn));
    }

    private static IEnumerable<Operation> Operations(string call, string arguments, string folder, HashSet<string> there)
    {
        string[] quoted = [.. Quoted.Matches(arguments).Select(match => match.Groups["hex"].Value)];
        string? open = Descriptor.Match(arguments) is { Success: true } descriptor ? NameIn(folder, descriptor.Groups["hex"].Value) : null;
        switch (call)
        {
            case "openat" when quoted is [var path, ..] && NameIn(folder, path) is { } name && name != "." && arguments.Contains("O_CREAT", StringComparison.Ordinal):
                if (there.Add(name))
                {
                    yield return new Operation.Make(name);
                }
                else if (arguments.Contains("O_TRUNC", StringComparison.Ordinal))
                {
                    yield return new Operation.Cut(name, 0);
                }

                break;
            case "pwrite64" or "write" when open is not null && there.Contains(open):
                Match numbers = Numbers.Match(arguments);
                long offset = numbers.Groups["offset"].Success ? long.Parse(numbers.Groups["offset"].Value, CultureInfo.InvariantCulture) : 0;
                byte[] bytes = Bytes(quoted[0]);
                Assert.True(bytes.Length.ToString(CultureInfo.InvariantCulture) == numbers.Groups["length"].Value, $"A write was not recorded whole: {arguments[^60..]}");
                yield return new Operation.Write(open, offset, bytes);
                break;
            case "ftruncate" when open is not null && there.Contains(open):
                yield return new Operation.Cut(open, long.Parse(Length.Match(arguments).Groups["length"].Value, CultureInfo.InvariantCulture));
                break;
            case "fsync" or "fdatasync" when open is not null && (open == "." || there.Contains(open)):
                yield return new Operation.Sync(open);
                break;
            case "unlink" when quoted is [var path] && NameIn(folder, path) is { } name && there.Remove(name):
                yield return new Operation.Delete(name);
                break;
            case "rename" when quoted is [var from, var to] && NameIn(folder, from) is { } name && NameIn(folder, to) is { } target && there.Remove(name):
                there.Add(target);
                yield return new Operation.Rename(name, target);
                break;
        }
    }

    private static string? NameIn(string folder, string hex)
    {
        string path = Encoding.UTF8.GetString(Bytes(hex));
        return path == folder ? "." : path.StartsWith(folder + "/", StringComparison.Ordinal) && !path[(folder.Length + 1)..].Contains('/', StringComparison.Ordinal) ? path[(folder.Length + 1)..] : null;
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace("\\x", "", StringComparison.Ordinal));

    /// <summary>What a file holds, and what was written since it was synced; a cut has no bytes.</summary>
    private sealed class Content(byte[] before)
    {
        private byte[] _synced = [.. before];

        public List<(long Offset, byte[]? Bytes)> Pending { get; } = [];

        public void Sync()
        {
            Pending.ForEach(write => Apply(ref _synced, write.Offset, write.Bytes));
            Pending.Clear();
        }

        public byte[] After(Random random, bool isTorn)
        {
            byte[] content = [.. _synced];
            foreach ((long offset, byte[]? bytes) in Pending)
            {
                switch (isTorn ? 1 : random.Next(3))
                {
                    case 0:
                        Apply(ref content, offset, bytes);
                        break;
                    case 1 when bytes is not null:
                        for (int from = 0; from < bytes.Length; from += Sector)
                        {
                            if (random.Next(2) == 0)
                            {
                                Apply(ref content, offset + from, bytes.AsSpan(from, Math.Min(Sector, bytes.Length - from)));
                            }
                        }

                        break;
                }
            }

            return content;
        }

        private static void Apply(ref byte[] content, long offset, byte[]? bytes)
        {
            if (bytes is null)
            {
                Array.Resize(ref content, (int)offset);
            }
            else
            {
                Apply(ref content, offset, bytes.AsSpan());
            }
        }

        private static void Apply(ref byte[] content, long offset, ReadOnlySpan<byte> bytes)
        {
            if (content.Length < offset + bytes.Length)
            {
                Array.Resize(ref content, (int)offset + bytes.Length);
            }

            bytes.CopyTo(content.AsSpan((int)offset));
        }
    }
}
