using MediatR;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Security;
using WaSaas.WebUI.TagHelpers;

namespace WaSaas.WebUI.Pages.Ops;

/// <summary>For those who run the installation: how the linked numbers of all shops are; nothing of the shops' customers.</summary>
[Access(Access.Operator)]
public sealed class SessionsModel(IMediator mediator) : AppPage
{
    public IReadOnlyList<SessionOverview> Sessions { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Sessions = await mediator.Send(new ListAllSessions(), ct);

    public static PillKind Kind(SessionState state) => state switch
    {
        SessionState.Connected => PillKind.Ok,
        SessionState.Connecting or SessionState.AwaitingScan or SessionState.Linked => PillKind.Info,
        SessionState.Reconnecting or SessionState.LoggedOut => PillKind.Warn,
        SessionState.Idle => PillKind.Neutral,
        _ => PillKind.Bad,
    };
}
