// Measures, and tests nothing:
//
//     dotnet run -c Release --project tests/CareJournal.Benchmarks -- --filter '*'

using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
