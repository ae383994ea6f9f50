using MediatR;
using WaSaas.Application.Speech;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>Listens to a voice note within what the shop's plan allows. Every way it can fail is an outcome.</summary>
public sealed class VoiceHearing(IMediator mediator, ISpeechToText ears)
{
    /// <summary>The month's voice minutes are used up.</summary>
    public const string UsedUp = "voice_used_up";

    public async Task<MediaOutcome> HearAsync(byte[] content, DueMedia media, MediaOutcome kept, CancellationToken ct)
    {
        if (!ears.IsConfigured)
        {
            return kept with { Failure = MessageMedia.NotConfigured };
        }

        var plan = await mediator.Send(new GetVoiceHints(media.Language), ct);
        var seconds = kept.Seconds ?? media.Media?.Seconds;
        if (!plan.HasMinutesLeft && media.Channel != Channel.Simulator)
        {
            return kept with { Failure = UsedUp };
        }

        if (seconds > plan.LongestSeconds)
        {
            return kept with { Failure = Code(HearingFailure.TooLong) };
        }

        var heard = await ears.TranscribeAsync(new Recording(content, kept.Mime, seconds), plan.Hints, ct);
        return heard.Transcript is { } transcript
            ? kept with { Text = transcript.Text, Confidence = transcript.Confidence, Seconds = seconds ?? 1 }
            : kept with { Failure = Code(heard.Failure ?? HearingFailure.Unavailable) };
    }

    private static string Code(HearingFailure failure) => failure switch
    {
        HearingFailure.NotConfigured => MessageMedia.NotConfigured,
        HearingFailure.TooLong => "voice_too_long",
        HearingFailure.TooLarge => "voice_too_large",
        HearingFailure.Unreadable => "voice_unreadable",
        HearingFailure.Silence => "voice_silent",
        _ => "voice_unavailable",
    };
}
