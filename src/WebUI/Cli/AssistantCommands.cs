using MediatR;
using WaSaas.Application.Tenants;

namespace WaSaas.WebUI.Cli;

/// <summary>The emergency stop of the whole installation; a running host heeds it within a second.</summary>
internal sealed record SwitchAssistantsCommand(bool Active) : ICliCommand
{
    public async Task RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        await services.GetRequiredService<IMediator>().Send(new SwitchAllAssistants(Active), ct);
        await output.WriteLineAsync(Active
            ? "The assistants answer again, also those who wrote meanwhile."
            : "The assistants of all shops are stopped. Messages are kept; 'assistant start' lifts it.");
    }
}
