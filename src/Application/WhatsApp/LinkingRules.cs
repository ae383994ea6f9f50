using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.WhatsApp;

/// <summary>What must be so before a number is linked to the real WhatsApp: it is somebody's only number that is at stake.</summary>
public sealed class LinkingRules(IWhatsAppNetwork network, IConfirmedEmail email, ICurrentUser user)
{
    public async Task<Result> CheckAsync(WhatsAppSession session, string? acceptedWarning, DateTimeOffset now, CancellationToken ct)
    {
        if (network.Kind != WhatsAppNetwork.WhatsApp)
        {
            return Result.Ok;
        }

        if (!await email.IsConfirmedAsync(user.Id, ct))
        {
            return SessionErrors.EmailNotConfirmed;
        }

        if (acceptedWarning == LinkingWarning.Version)
        {
            session.AcceptWarning(acceptedWarning, now);
        }

        return session.WarningVersion == LinkingWarning.Version ? Result.Ok : SessionErrors.WarningNotAccepted;
    }
}
