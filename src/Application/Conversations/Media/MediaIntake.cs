using MediatR;
using WaSaas.Application.Common;
using WaSaas.Application.Speech;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>
/// Fetches what came with a conversation's messages and listens to its voice notes. A step of the turn that answers them,
/// and a pass in the background for what nobody answers; whoever comes second finds it done.
/// </summary>
public sealed class MediaIntake(
    IMediator mediator, MediaLanes lanes, IEnumerable<IMediaSource> sources, IEnumerable<IMessagingChannel> channels, IFileStore files, VoiceHearing hearing)
{
    public async Task ForAsync(ConversationId id, CancellationToken ct)
    {
        if ((await mediator.Send(new GetDueMedia(id), ct)).Count == 0)
        {
            return;
        }

        using var lane = await lanes.EnterAsync(id, ct);
        foreach (var media in await mediator.Send(new GetDueMedia(id), ct))
        {
            await TakeInAsync(media, ct);
        }
    }

    private async Task TakeInAsync(DueMedia media, CancellationToken ct)
    {
        if (media is { IsToHear: true, IsAwaited: true })
        {
            await channels.Single(c => c.Channel == media.Channel).ShowTypingAsync(media.Session, media.Chat, typing: true, ct);
        }

        var fetched = await FetchAsync(media, ct);
        if (fetched.IsNothing && fetched.Again != FetchAgain.Never && media.Attempts + 1 < Message.MaxMediaAttempts)
        {
            await mediator.Send(new PostponeMedia(media.Id, fetched.Again == FetchAgain.Soon), ct);
            return;
        }

        await mediator.Send(new SettleMedia(media.Id, await OutcomeAsync(media, fetched, ct)), ct);
    }

    private async Task<FetchedMedia> FetchAsync(DueMedia media, CancellationToken ct) => media switch
    {
        { File: { } file } => new FetchedMedia(await files.ReadAsync(file, ct), MessageMedia.Gone),
        { IsTooLarge: true } => new FetchedMedia(null, MessageMedia.TooLarge),
        { Session: { } session, Media.Source: { } source } => await sources.Single(s => s.Channel == media.Channel).FetchAsync(session, media.ExternalId, source, ct),
        _ => new FetchedMedia(null, MessageMedia.Gone),
    };

    private async Task<MediaOutcome> OutcomeAsync(DueMedia media, FetchedMedia fetched, CancellationToken ct)
    {
        if (fetched.Items is { } items)
        {
            return new MediaOutcome { Items = items };
        }

        if (fetched.Content is not { } content)
        {
            return new MediaOutcome(Failure: fetched.Failure ?? MessageMedia.Gone);
        }

        // The sender's word for the size is anybody's.
        if (media.File is null && content.Length > media.MostBytes)
        {
            return new MediaOutcome(Failure: MessageMedia.TooLarge);
        }

        var type = MediaType.OfContent(content);
        var file = media.File ?? $"{Guid.NewGuid():n}.{type.Extension}";
        await files.SaveAsync(file, content, ct);
        var kept = new MediaOutcome(file, type.Mime, type == MediaType.Ogg ? NoteLength.SecondsOf(content) : null);
        return media.IsToHear ? await hearing.HearAsync(content, media, kept, ct) : kept;
    }
}
