using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

/// <summary>
/// Tells the people of the shop by mail that customers want a person, or that a payment is to be checked: once per
/// conversation until somebody looked, and not more often than every ten minutes for all of them together.
/// </summary>
public sealed record AlertVendor : ICommand<Result>;

internal sealed class AlertVendorHandler(IAppDbContext db, IAccounts accounts, IMailer mailer, IPublicAddress address, FollowUps followUps, TimeProvider clock)
    : ICommandHandler<AlertVendor, Result>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public async Task<Result> Handle(AlertVendor command, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Conversations.Where(c => c.AlertDueAt != null && c.AlertDueAt <= now).ToListAsync(cancellationToken);
        if (due.Count == 0)
        {
            return Result.Ok;
        }

        var last = await db.Conversations.Where(c => c.AlertedAt != null).MaxAsync(c => c.AlertedAt, cancellationToken);
        if (last is { } before && before + Pause > now)
        {
            due.ForEach(c => c.AlertLater(before + Pause));
            return Result.Ok;
        }

        due.ForEach(c => c.Alerted(now));
        foreach (var person in await PeopleAsync(cancellationToken))
        {
            var (waiting, paid) = (due.FindAll(c => c.NeedsPerson), due.FindAll(c => !c.NeedsPerson));
            Send(waiting.Count == 0 ? null : AlertMails.PersonWanted(person, waiting.Count, LinkTo(waiting, "messages?filter=needs-you")));
            Send(paid.Count == 0 ? null : AlertMails.ReceiptToCheck(person, paid.Count, LinkTo(paid, "orders")));
        }

        return Result.Ok;
    }

    private Uri LinkTo(List<Conversation> due, string list) => new(address.Root, due.Count == 1 ? $"messages/{due[0].Id.Value}" : list);

    private void Send(Mail? mail)
    {
        if (mail is not null)
        {
            followUps.Add(_ =>
            {
                mailer.Send(mail);
                return Task.CompletedTask;
            });
        }
    }

    private async Task<List<Person>> PeopleAsync(CancellationToken ct)
    {
        var people = new List<Person>();
        foreach (var id in await db.Memberships.Where(m => m.StoppedAt == null).Select(m => m.UserId).ToListAsync(ct))
        {
            // Nobody has shown yet that an address that is not confirmed is hers; it may be a stranger's.
            if (await accounts.FindAsync(id, ct) is { EmailConfirmed: true } person)
            {
                people.Add(person);
            }
        }

        return people;
    }
}
