using MediatR;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;

namespace WaSaas.WebUI.Cli;

internal sealed record CreateOperatorCommand(string Email) : ICliCommand
{
    public async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        var link = (await services.GetRequiredService<IMediator>().Send(new CreateOperator(Email, "fr"), ct)).OrRefuse();
        await output.WriteLineAsync(link.ToString());
    }
}

/// <summary>Migrating happens before any command is run; this one stops there.</summary>
internal sealed record MigrateCommand : ICliCommand
{
    public Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct) => output.WriteLineAsync("The database is up to date.");
}

/// <summary>Needs no database: the statements follow from the model.</summary>
internal sealed record RowSecurityScriptCommand : ICliCommand
{
    public Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct) =>
        services.GetRequiredService<IRowSecurity>().Script() is { } script
            ? output.WriteLineAsync(script)
            : throw new CommandRefusedException("This database cannot wall rows by itself. Set Database__Provider to SqlServer.");
}
