using WaSaas.WebUI.Cli;
using WaSaas.WebUI.Composition;

return CommandLine.IsCommand(args) ? await CommandRun.RunAsync(args) : await HostRun.RunAsync(args);
