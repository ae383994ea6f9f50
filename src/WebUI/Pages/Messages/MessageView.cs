using WaSaas.Application.Conversations;
using WaSaas.Application.Delivery;
using WaSaas.Application.WhatsApp;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;
using WaSaas.WebUI.Maps;

namespace WaSaas.WebUI.Pages.Messages;

/// <summary>One bubble.</summary>
public sealed record MessageView(ThreadMessage Message, string Zone)
{
    /// <summary>Where a transcript is put right; null in the playground, where the words were typed.</summary>
    public Guid? Conversation { get; init; }

    /// <summary>The message that it answers or changes.</summary>
    public ThreadMessage? Quoted { get; init; }

    /// <summary>The order that its summary became.</summary>
    public ThreadOrder? Order { get; init; }

    /// <summary>The shop's ground, when pins were shared.</summary>
    public ZoneMap? Ground { get; init; }

    public PlaceMap? Map => PlaceMap.Of(Ground, Message.Pin);

    /// <summary>Words of the message that it answers, when they are known.</summary>
    public string? QuotedWords => Quoted is { Text: { Length: > 0 } text } ? text : Message.Details?.QuotedText;

    public bool IsQuoting => Quoted is not null || QuotedWords is not null;

    /// <summary>What its words and its file do not say by themselves is named.</summary>
    public bool IsNamed => Message.Kind is not (MessageKind.Text or MessageKind.Image) || (Message.Kind == MessageKind.Image && Message.File is null);

    /// <summary>0:06</summary>
    public string? Length => Message.Media?.Seconds is { } seconds ? $"{seconds / 60}:{seconds % 60:00}" : null;

    public string Style => Message.Author switch
    {
        MessageAuthor.Assistant => "out bot",
        MessageAuthor.Vendor => "out me",
        _ => "",
    };

    /// <summary>How far it came, as a picture with words for who cannot see it.</summary>
    public (string Icon, string Words)? Tick => Message.Author == MessageAuthor.Customer ? null : Message.Status switch
    {
        MessageStatus.Pending when Message.FailureCode == SendingHold.Paused => ("clock", "Messages.paused"),
        MessageStatus.Pending when Message.FailureCode == SendingHold.DailyLimit => ("clock", "Messages.dailyLimit"),
        MessageStatus.Failed when Message.FailureCode == SendingGate.ReplyOnly => ("circle-alert", "Messages.replyOnly"),
        MessageStatus.Failed when Message.FailureCode == "463" => ("circle-alert", "Messages.refused463"),
        MessageStatus.Pending or MessageStatus.Sending => ("clock", "Messages.sending"),
        MessageStatus.Sent => ("check", "Messages.sent"),
        MessageStatus.Delivered => ("check-check", "Messages.delivered"),
        MessageStatus.Read or MessageStatus.Played => ("check-check", "Messages.read"),
        MessageStatus.Failed => ("circle-alert", "Messages.failed"),
        MessageStatus.Unknown => ("circle-alert", "Messages.unknown"),
        _ => null,
    };

    public bool IsRead => Message.Status is MessageStatus.Read or MessageStatus.Played;

    /// <summary>What needs somebody, or waits for a reason, is said aloud beside the picture.</summary>
    public bool IsTrouble => Message.Status is MessageStatus.Failed or MessageStatus.Unknown
        || (Message.Status == MessageStatus.Pending && SendingHold.IsHold(Message.FailureCode));

    public bool MayTryAgain => Conversation is not null && Message is { Author: not MessageAuthor.Customer, Status: MessageStatus.Failed or MessageStatus.Unknown };

    /// <param name="kind">What a message is, as a picture beside its name.</param>
    public static string IconOf(MessageKind kind) => kind switch
    {
        MessageKind.Image or MessageKind.Sticker => "image",
        MessageKind.Audio => "mic",
        MessageKind.Video => "play",
        MessageKind.Location or MessageKind.LiveLocation => "map-pin",
        MessageKind.Contact => "user",
        MessageKind.Order => "shopping-bag",
        MessageKind.Delete => "ban",
        MessageKind.Edit => "pencil",
        MessageKind.Document => "file-text",
        MessageKind.Poll => "sliders-horizontal",
        MessageKind.Reaction => "star",
        MessageKind.Unsupported => "smartphone",
        _ => "paperclip",
    };
}
