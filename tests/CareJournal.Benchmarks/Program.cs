// Measures, and tests nothing. From the root of the repository:
//
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --filter '*'    every benchmark, about five minutes
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --start         start and memory of the web program
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --timeline      the timeline in Chromium, with a stopwatch
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --caseload      the review and the overview in Chromium
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --form          the form of a session in Chromium, with a stopwatch
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --past          the grid for a paper file in Chromium, with a stopwatch
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --upgrade       a journal of the first version brought up to this one
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --search        the search through the whole journal, its index and its cost
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --check         the check of the whole journal, and its record chain
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --copy          a copy of the whole journal, and the saves during it
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --encryption    the same day's work, encrypted and plain
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --paired DLL    four pages, alternating with a former build's CareJournal.Web.dll
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --vis FOLDER    a person opened, alternating with vis-timeline (npm pack vis-timeline@8.5.4, unpacked)
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --remove        removes the prepared journal
//
// The first run prepares a journal of 7,000 people under the temporary folder (about a minute, 800 MB).

using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using CareJournal.Benchmarks;
using CareJournal.Benchmarks.Support;

switch (args)
{
    case ["--remove"]:
        CareerJournal.Remove();
        break;
    case ["--check"]:
        await CheckStopwatch.MeasureAsync();
        break;
    case ["--copy"]:
        await CopyStopwatch.MeasureAsync();
        break;
    case ["--start"]:
        await StartAndMemory.MeasureAsync();
        break;
    case ["--timeline"]:
        await TimelineStopwatch.MeasureAsync();
        break;
    case ["--caseload"]:
        await CaseloadStopwatch.MeasureAsync();
        break;
    case ["--paired", var former]:
        await PairedPages.MeasureAsync(former);
        break;
    case ["--vis", var package]:
        await AgainstVisTimeline.MeasureAsync(package);
        break;
    case ["--form"]:
        await FormStopwatch.MeasureAsync();
        break;
    case ["--past"]:
        await PastStopwatch.MeasureAsync();
        break;
    case ["--upgrade"]:
        await UpgradeStopwatch.MeasureAsync();
        break;
    case ["--search"]:
        await SearchStopwatch.MeasureAsync();
        break;
    case ["--encryption"]:
        await EncryptionCost.CompareAsync();
        break;
    case ["--typical-work", var kind]:
        await TypicalWork.RunAsync(plain: kind == "plain");
        break;
    default:
        await CareerJournal.PrepareAsync();
        BenchmarkSwitcher.FromAssembly(typeof(CareerJournal).Assembly).Run(args, ShortRuns.Config);
        break;
}
