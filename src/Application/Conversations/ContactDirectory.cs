using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>Finds who writes. When two known contacts turn out to be one person, the older one takes over everything.</summary>
public sealed class ContactDirectory(IAppDbContext db, ITenantScope tenant)
{
    public async Task<Contact> ResolveAsync(IReadOnlyCollection<Address> addresses, DateTimeOffset now, CancellationToken ct)
    {
        var values = addresses.Select(a => a.Value).ToArray();
        var owners = (await db.ContactAddresses.Where(a => values.Contains(a.Value)).ToListAsync(ct))
            .Where(a => addresses.Contains(a.Address))
            .Select(a => a.ContactId)
            .ToHashSet();
        var known = await db.Contacts.Where(c => owners.Contains(c.Id)).ToListAsync(ct);
        var contact = known.OrderBy(c => c.FirstSeenAt).ThenBy(c => c.Id.Value).FirstOrDefault() ?? Add(now);
        foreach (var younger in known.Where(c => c != contact))
        {
            await MergeAsync(contact, younger, ct);
        }

        return contact;
    }

    private Contact Add(DateTimeOffset now)
    {
        var contact = Contact.Create(tenant.Id, now);
        db.Contacts.Add(contact);
        return contact;
    }

    private async Task MergeAsync(Contact older, Contact younger, CancellationToken ct)
    {
        var moved = new Dictionary<ConversationId, ConversationId>();
        var kept = await db.Conversations.Where(c => c.ContactId == older.Id).ToListAsync(ct);
        foreach (var conversation in await db.Conversations.Where(c => c.ContactId == younger.Id).ToListAsync(ct))
        {
            var same = kept.SingleOrDefault(c => c.Channel == conversation.Channel && c.SessionId == conversation.SessionId);
            if (same is null)
            {
                conversation.BelongTo(older.Id);
                continue;
            }

            var messages = await db.Messages.Where(m => m.ConversationId == conversation.Id).ToListAsync(ct);
            same.Absorb(conversation, messages);
            moved[conversation.Id] = same.Id;
            db.Conversations.Remove(conversation);
        }

        await new ContactTrade(db).MoveAsync(younger.Id, older.Id, moved, ct);
        older.Absorb(younger);
        db.Contacts.Remove(younger);
    }
}
