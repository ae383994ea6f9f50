using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Application.Conversations;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.WhatsApp;

/// <summary>The network said that two addresses are one person. Who is not known yet stays unknown.</summary>
/// <param name="Addresses">Both addresses.</param>
/// <param name="PhoneNumber">E.164 with plus sign when one of them tells it.</param>
public sealed record LinkAddresses(IReadOnlyList<Address> Addresses, string? PhoneNumber) : ICommand<Result>;

internal sealed class LinkAddressesHandler(IAppDbContext db, ContactDirectory contacts, TimeProvider clock) : ICommandHandler<LinkAddresses, Result>
{
    public async Task<Result> Handle(LinkAddresses command, CancellationToken cancellationToken)
    {
        var values = command.Addresses.Select(a => a.Value).ToArray();
        var known = await db.ContactAddresses.Where(a => values.Contains(a.Value)).ToListAsync(cancellationToken);
        if (!known.Any(a => command.Addresses.Contains(a.Address)))
        {
            return Result.Ok;
        }

        var contact = await contacts.ResolveAsync(command.Addresses, clock.GetUtcNow(), cancellationToken);
        contact.Know(command.Addresses, name: null, command.PhoneNumber);
        return Result.Ok;
    }
}
