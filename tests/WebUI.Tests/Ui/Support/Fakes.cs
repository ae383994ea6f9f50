using WaSaas.Application.Assistant;
using WaSaas.Application.Common;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.WebUI.Tests.Ui.Support;

/// <summary>The running side of linked numbers, in the test's hand: the pages are tested here, the gateway elsewhere.</summary>
public sealed class SessionsInHand : IWhatsAppSessions
{
    public PairingOffer Offer { get; set; } = PairingOffer.None;

    public List<(LinkMethod Method, string? Phone)> Links { get; } = [];

    public int Logouts { get; private set; }

    public Task LinkAsync(DueSession session, LinkMethod method, string? phone, CancellationToken ct)
    {
        Links.Add((method, phone));
        return Task.CompletedTask;
    }

    public Task ResumeAsync(DueSession session, CancellationToken ct) => Task.CompletedTask;

    public Task MendAsync(DueSession session, CancellationToken ct) => Task.CompletedTask;

    public Task StopAsync(DueSession session, CancellationToken ct) => Task.CompletedTask;

    public Task LogoutAsync(DueSession session, CancellationToken ct)
    {
        Logouts++;
        return Task.CompletedTask;
    }

    public PairingOffer PairingOf(SessionId session) => Offer;
}

public sealed class NetworkInHand : IWhatsAppNetwork, ISandboxNetwork
{
    public WhatsAppNetwork Kind { get; set; } = WhatsAppNetwork.Sandbox;

    public Uri? ControlUrl => null;
}

/// <summary>The vendor's address counts as confirmed or not, as the test wants.</summary>
public sealed class ConfirmedInHand : IConfirmedEmail
{
    public bool IsConfirmed { get; set; } = true;

    public Task<bool> IsConfirmedAsync(UserId? user, CancellationToken ct) => Task.FromResult(IsConfirmed);
}

public sealed class AssistantInHand : IAssistant
{
    public Task<AssistantAnswer> AnswerAsync(TurnContext turn, CancellationToken ct) =>
        Task.FromResult(new AssistantAnswer([AssistantReply.OfText("Le wax est à 18 000 F.")], "fr", null, "embedded", []));
}
