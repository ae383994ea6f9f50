using Microsoft.Extensions.Options;
using WaSaas.Infrastructure.Persistence;

namespace WaSaas.WebUI.Composition;

/// <summary>Starts the host, or says in plain sentences why not.</summary>
internal static class HostRun
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WaSaasHost.CreateBuilder(args);
        if (StartRules.Refusals(builder.Configuration, builder.Environment) is { Count: > 0 } refusals)
        {
            return Refuse(refusals);
        }

        var dataRoot = builder.Configuration["Data:Root"]!;
        using var only = HostLock.TryTake(dataRoot);
        if (only is null)
        {
            return Refuse([$"Another WaSaas host works on {dataRoot} already. Stop it first, or give this one a Data:Root of its own."]);
        }

        try
        {
            await using var app = builder.AddWaSaas().Build();
            app.UseWaSaas();
            await app.Services.PrepareDatabaseAsync(CancellationToken.None);
            await DemoShop.LoadAsync(app);
            await app.RunAsync();
            return 0;
        }
        catch (OptionsValidationException e)
        {
            return Refuse([.. e.Failures]);
        }
        catch (DatabaseUnavailableException e)
        {
            return Refuse([e.Message]);
        }
    }

    private static int Refuse(IReadOnlyList<string> sentences)
    {
        Console.Error.WriteLine("WaSaas does not start:");
        foreach (var sentence in sentences)
        {
            Console.Error.WriteLine($"  - {sentence}");
        }

        return 1;
    }
}
