using System.Diagnostics;
using System.Globalization;
using CareJournal.Benchmarks.Support;

namespace CareJournal.Benchmarks;

/// <summary>
/// Compares the same day's work of the same program over an encrypted and over a plain file, alternately, each time in a new process.
/// Encrypted may take 1.2 times as long, and 1.2 times the processor time.
/// </summary>
internal static class EncryptionCost
{
    private const int Rounds = 5;

    /// <summary>Measures, and prints a table of medians.</summary>
    public static async Task CompareAsync()
    {
        await CareerJournal.PrepareAsync();
        List<(double Wall, double Processor)[]> encrypted = [];
        List<(double Wall, double Processor)[]> plain = [];
        for (int round = 0; round < Rounds; round++)
        {
            encrypted.Add(await WorkAsync("encrypted"));
            plain.Add(await WorkAsync("plain"));
        }

        Console.WriteLine("| typical work | encrypted, wall ms | plain | ratio | encrypted, processor ms | plain | ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        for (int part = 0; part < TypicalWork.Parts.Count; part++)
        {
            int number = part;
            Print(TypicalWork.Parts[part], encrypted, plain, round => round[number]);
        }

        Print("all of it", encrypted, plain, round => (round.Sum(time => time.Wall), round.Sum(time => time.Processor)));
    }

    private static void Print(
        string name,
        List<(double Wall, double Processor)[]> encrypted,
        List<(double Wall, double Processor)[]> plain,
        Func<(double Wall, double Processor)[], (double Wall, double Processor)> pick)
    {
        double[] figures =
        [
            Middle(encrypted.Select(round => pick(round).Wall)),
            Middle(plain.Select(round => pick(round).Wall)),
            Middle(encrypted.Select(round => pick(round).Processor)),
            Middle(plain.Select(round => pick(round).Processor)),
        ];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {figures[0]:F0} | {figures[1]:F0} | {figures[0] / figures[1]:F2} | {figures[2]:F0} | {figures[3]:F0} | {figures[2] / figures[3]:F2} |"));
    }

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static async Task<(double Wall, double Processor)[]> WorkAsync(string kind)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            start.ArgumentList.Add(typeof(EncryptionCost).Assembly.Location);
        }

        start.ArgumentList.Add("--typical-work");
        start.ArgumentList.Add(kind);
        using Process work = Process.Start(start)!;
        string output = await work.StandardOutput.ReadToEndAsync();
        await work.WaitForExitAsync();
        return work.ExitCode != 0
            ? throw new InvalidOperationException($"The {kind} work failed.")
            : [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')).Select(times => (Number(times[0]), Number(times[1])))];
    }

    private static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);
}
