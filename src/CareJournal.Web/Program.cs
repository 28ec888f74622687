using CareJournal.Storage;
using CareJournal.Web.Host;
using CareJournal.Web.Security;

StartEnvironment.Restore();
var request = StartOptions.Parse(args);
if (request is not StartRequest.Run { Options: var options })
{
    return StartWords.Answer(request);
}

PrivateFiles.RestrictNewFiles();
PrivateMemory.Close();
DiagnosticFiles.Remove();
if (RuntimeGate.Refuses(RuntimeGate.Running))
{
    return StartWords.Refuse(ExitCode.OldRuntime, "Start.OldRuntime", RuntimeGate.Running);
}

if (options.CheckFolder is { } checkedFolder)
{
    return await CheckCommand.RunAsync(checkedFolder);
}

using var folder = StartFolder.Prepare(options, out var problem);
if (folder is null)
{
    return StartWords.Refuse(ExitCode.Folder, problem, options.DataFolder ?? StartFolder.OfThisComputer);
}

using var free = options.Port == 0 ? FreePort.Take() : null;
options = options with { Port = free?.Number ?? options.Port };
await using var app = JournalHost.Build(options, folder.Path, TimeProvider.System, free);
var journal = app.Services.GetRequiredService<JournalFile>();
var firstRun = app.Services.GetRequiredService<FirstRunKey>();
switch (journal.Claim(() => firstRun.StartAddress))
{
    case ClaimOutcome.TakenBy(var running):
        return StartWords.Refuse(ExitCode.AlreadyOpen, "Fault.SecondStart", running);
    case ClaimOutcome.Refused(var fault):
        return StartWords.Refuse(ExitCode.Folder, $"StorageFault.{fault}");
}

if (options.Demo)
{
    StartWords.Say("Start.DemoFilling");
    await app.Services.GetRequiredService<DemoStart>().FillAsync();
}

try
{
    await app.StartAsync();
}
catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    return StartWords.Refuse(ExitCode.PortTaken, "Start.PortTaken", options.Port, options.Port + 1);
}

StartWords.Ready(firstRun.StartAddress, folder.Path);
await app.WaitForShutdownAsync();
await app.Services.GetRequiredService<CopyWatch>().EndAsync(CopyWatch.AtStop);
return ExitCode.Done;
