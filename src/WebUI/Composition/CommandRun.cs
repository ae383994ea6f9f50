using Microsoft.EntityFrameworkCore;
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
        catch (Exception e) when (e is CommandRefusedException or OptionsValidationException)
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
        await using var app = builder.AddWaSaas().Build();
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };
        await MigrateIfNeededAsync(app.Services, stop.Token);
        await using var scope = app.Services.CreateAsyncScope();
        await command.RunAsync(scope.ServiceProvider, Console.Out, stop.Token);
        return 0;
    }

    /// <summary>Only when something is to do: beside a running host nothing else should be touched.</summary>
    private static async Task MigrateIfNeededAsync(IServiceProvider services, CancellationToken ct)
    {
        Directory.CreateDirectory(services.GetRequiredService<DatabaseOptions>().DataRoot);
        await using var scope = services.CreateAsyncScope();
        if ((await scope.ServiceProvider.GetRequiredService<AppDbContext>().Database.GetPendingMigrationsAsync(ct)).Any())
        {
            await services.MigrateAsync(ct);
        }
    }
}
