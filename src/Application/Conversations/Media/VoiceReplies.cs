using MediatR;
using WaSaas.Application.Assistant;
using WaSaas.Application.Assistant.Tools;
using WaSaas.Application.Common;
using WaSaas.Application.Speech;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations.Media;

/// <summary>
/// Who speaks is spoken to, where the shop and its plan want it and the answer is short and plain. Figures, recaps, fees
/// and addresses are written as well: nobody should have to listen twice to copy a number.
/// </summary>
public sealed class VoiceReplies(IMediator mediator, ITextToSpeech voice, IFileStore files)
{
    public const int LongestText = 350;

    private static readonly HashSet<string> Written =
        [ToolNames.RecapOrder, ToolNames.ConfirmOrder, ToolNames.QuoteDelivery, ToolNames.GetShopInfo, ToolNames.OrderStatus, ToolNames.SetCart];

    private static readonly string[] Links = ["http://", "https://", "www.", "wa.me/"];

    public async Task<AssistantAnswer> SpeakAsync(TurnContext turn, AssistantAnswer answer, CancellationToken ct)
    {
        if (!voice.IsConfigured || turn.Incoming is not [.., { Kind: MessageKind.Audio }] || answer.Replies is not [{ Kind: ReplyKind.Text } first, ..]
            || !IsSpeakable(first.Text) || !await mediator.Send(new MayAnswerByVoice(turn.Now), ct))
        {
            return answer;
        }

        var text = SpokenText.Of(first.Text, answer.Language, turn.Tenant.Currency);
        if (await voice.SpeakAsync(text, answer.Language, ct) is not { } note)
        {
            return answer;
        }

        var file = $"{Guid.NewGuid():n}.{MediaType.Ogg.Extension}";
        await files.SaveAsync(file, note.Ogg, ct);
        var spoken = new AssistantReply(ReplyKind.Voice, first.Text)
        {
            File = file,
            Media = new MessageMedia { Mime = MediaType.Ogg.Mime, Bytes = note.Ogg.Length, Seconds = note.Seconds, Waveform = Convert.ToBase64String(note.Waveform) },
        };
        return answer with { Replies = [spoken, .. IsToRead(first.Text, answer) ? answer.Replies : answer.Replies.Skip(1)] };
    }

    /// <summary>The plan behind it was dropped: so is what was spoken for it.</summary>
    public async Task ForgetAsync(AssistantAnswer answer, CancellationToken ct)
    {
        foreach (var reply in answer.Replies.Where(reply => reply is { Kind: ReplyKind.Voice, File: not null }))
        {
            await files.DeleteAsync(reply.File!, ct);
        }
    }

    private static bool IsSpeakable(string text) =>
        text.Length is > 0 and <= LongestText && !text.Contains('\n', StringComparison.Ordinal)
        && !Array.Exists(Links, link => text.Contains(link, StringComparison.OrdinalIgnoreCase));

    private static bool IsToRead(string text, AssistantAnswer answer) => text.Any(char.IsDigit) || answer.Trace.Any(call => Written.Contains(call.Name));
}
