using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Assistant.Language;
using WaSaas.Application.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations;

/// <summary>
/// A message came in over a channel (or was written by the vendor on her own phone). Stored once, whatever is repeated;
/// the source is acknowledged after this command returns.
/// </summary>
/// <param name="Channel">Where it came in.</param>
/// <param name="Session">The linked number; null in the simulator.</param>
/// <param name="ExternalId">The network's id.</param>
/// <param name="ReplyTo">Address to answer to, as received.</param>
/// <param name="Addresses">All addresses of the customer that are known by now, at least one.</param>
/// <param name="PhoneNumber">E.164 with plus sign when the network told it.</param>
/// <param name="Name">What the customer calls herself.</param>
/// <param name="FromPhone">Written by the vendor on a device of her own.</param>
/// <param name="Content">What it says.</param>
/// <param name="WrittenAt">When, by the sender's clock.</param>
public sealed record ReceiveMessage(
    Channel Channel,
    SessionId? Session,
    string ExternalId,
    string ReplyTo,
    IReadOnlyList<Address> Addresses,
    string? PhoneNumber,
    string? Name,
    bool FromPhone,
    MessageContent Content,
    DateTimeOffset WrittenAt) : ICommand<Received>;

/// <summary>The conversation it belongs to, and whether it was new.</summary>
public sealed record Received(ConversationId ConversationId, bool IsNew);

internal sealed class ReceiveMessageHandler(
    IAppDbContext db, ContactDirectory contacts, ITenantScope tenant, TurnManners manners, ThreadChanges changes, TimeProvider clock)
    : ICommandHandler<ReceiveMessage, Received>
{
    public async Task<Received> Handle(ReceiveMessage command, CancellationToken cancellationToken)
    {
        // A simulated message comes with the clock of its simulation.
        var now = command.Channel == Channel.Simulator ? command.WrittenAt : clock.GetUtcNow();
        var contact = await contacts.ResolveAsync(command.Addresses, now, cancellationToken);
        contact.Know(command.Addresses, command.FromPhone ? null : command.Name, command.PhoneNumber);
        var conversation = await FindAsync(command, contact, cancellationToken) ?? Start(command, contact, now);

        if (await db.Messages.AnyAsync(m => m.ConversationId == conversation.Id && m.ExternalId == command.ExternalId, cancellationToken))
        {
            return new Received(conversation.Id, IsNew: false);
        }

        if (!await changes.TakeInAsync(command, conversation, now, cancellationToken))
        {
            await StoreAsync(command, conversation, contact, now, cancellationToken);
        }

        ListenForOptOut(command, conversation, contact, now);
        if (command.Channel == Channel.Simulator)
        {
            conversation.RunFrom(now, clock.GetUtcNow());
        }

        if (!command.FromPhone && command.Session is { } id)
        {
            (await db.Sessions.SingleOrDefaultAsync(s => s.Id == id, cancellationToken))?.HeardFromCustomer(now);
        }

        return new Received(conversation.Id, IsNew: true);
    }

    private async Task StoreAsync(ReceiveMessage command, Conversation conversation, Contact contact, DateTimeOffset now, CancellationToken ct)
    {
        if (command.FromPhone)
        {
            var silence = await manners.SilenceAsync(ct);
            db.Messages.Add(conversation.ReceiveFromPhone(command.ExternalId, command.Content, command.WrittenAt, now, silence));
            return;
        }

        var (debounce, pace) = await manners.PaceAsync(command, conversation, contact, ct);
        db.Messages.Add(conversation.Receive(command.ExternalId, command.Content, command.WrittenAt, now, debounce, command.ReplyTo, pace));
    }

    // In words of her own, not in the name of a file or in a sign.
    private void ListenForOptOut(ReceiveMessage command, Conversation conversation, Contact contact, DateTimeOffset now)
    {
        var words = command is { FromPhone: false, Content: { Kind: not (MessageKind.Reaction or MessageKind.Delete), Text: { } text } } ? text : "";
        if (OptOut.IsMeant(words) && contact.OptOut(now))
        {
            db.Messages.Add(conversation.Remark(Remarks.OptedOut, now));
        }
    }

    private Task<Conversation?> FindAsync(ReceiveMessage command, Contact contact, CancellationToken ct) => db.Conversations
        .SingleOrDefaultAsync(c => c.ContactId == contact.Id && c.Channel == command.Channel && c.SessionId == command.Session, ct);

    private Conversation Start(ReceiveMessage command, Contact contact, DateTimeOffset now)
    {
        var conversation = Conversation.Start(tenant.Id, command.Channel, command.Session, contact.Id, command.ReplyTo, now);
        db.Conversations.Add(conversation);
        return conversation;
    }
}
