using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using WaSaas.Infrastructure.Persistence;
using WaSaas.WebUI.Cli;

namespace WaSaas.WebUI.Composition;

/// <summary>Runs one command with the parts of the host, none of them started.</summary>
internal static class CommandRun
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (CommandLine.IsHelp(args))
        {
            Console.WriteLine(CommandLine.Usage);
            return 0;
        }

        if (CommandLine.Parse(args) is not { } command)
        {
            Console.Error.WriteLine($"This is no command: {string.Join(' ', args)}");
            Console.Error.WriteLine(CommandLine.Usage);
            return 1;
        }

        try
        {
            return await RunAsync(command);
        }
        catch (Exception e) when (e is CommandRefusedException or OptionsValidationException or DatabaseUnavailableException)
        {
            Console.Error.WriteLine(e.Message);
            return 1;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine($"The command failed. {e}");
            return 1;
        }
    }

    private static async Task<int> RunAsync(ICliCommand command)
    {
        var builder = WaSaasHost.CreateBuilder([]);
        if (StartRules.Refusals(builder.Configuration, builder.Environment) is { Count: > 0 } refusals)
        {
            refusals.ToList().ForEach(Console.Error.WriteLine);
            return 1;
        }

        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<ConsoleLoggerOptions>(o => o.LogToStandardErrorThreshold = LogLevel.Trace);
        Places.CreatePrivate(builder.Configuration["Data:Root"]!);
        await using var app = builder.AddWaSaas().Build();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        await (command switch
        {
            MigrateCommand => app.Services.MigrateAsync(stop.Token),
            RowSecurityScriptCommand => Task.CompletedTask,
            _ => app.Services.PrepareDatabaseAsync(stop.Token),
        });
        await using var scope = app.Services.CreateAsyncScope();
        await command.RunAsync(scope.ServiceProvider, Console.Out, stop.Token);
        return 0;
    }
}
