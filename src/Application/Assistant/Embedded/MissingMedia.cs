using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Assistant.Embedded;

/// <summary>What the customer is told about a message without words whose file did not come through, or is too much to listen to.</summary>
internal static class MissingMedia
{
    private static readonly Phrase VoiceLost = new(
        ["Votre message vocal n'est pas arrivé jusqu'à moi. Pouvez-vous le renvoyer, ou me l'écrire en quelques mots ?"],
        ["Your voice note did not reach me. Could you send it again, or write it to me in a few words?"]);

    private static readonly Phrase VoiceTooLong = new(
        ["Votre message vocal est trop long pour moi. Écrivez-moi l'essentiel en quelques mots, s'il vous plaît."],
        ["Your voice note is too long for me. Please write the main point to me in a few words."]);

    private static readonly Phrase PictureLost = new(
        ["Votre image n'est pas arrivée jusqu'à moi. Pouvez-vous la renvoyer, ou me dire quel article vous cherchez ?"],
        ["Your picture did not reach me. Could you send it again, or tell me which item you are looking for?"]);

    private static readonly Phrase FileLost = new(
        ["Votre fichier n'est pas arrivé jusqu'à moi. Pouvez-vous le renvoyer, ou l'écrire en quelques mots ?"],
        ["Your file did not reach me. Could you send it again, or write it in a few words?"]);

    private static readonly Phrase TooLarge = new(
        ["Votre fichier est trop lourd pour moi. Pouvez-vous en envoyer un plus petit, ou l'écrire en quelques mots ?"],
        ["Your file is too large for me. Could you send a smaller one, or write it in a few words?"]);

    /// <returns>Null when everything came through.</returns>
    public static Phrase? PhraseFor(IReadOnlyList<TurnMessage> incoming) =>
        incoming.Where(m => m.Failure is not null).OrderBy(m => m.Kind == MessageKind.Audio ? 0 : 1).Select(PhraseFor).FirstOrDefault(phrase => phrase is not null);

    private static Phrase? PhraseFor(TurnMessage message) => (message.Kind, message.Failure) switch
    {
        (MessageKind.Order, _) => null,
        (MessageKind.Audio, "voice_too_long" or "voice_too_large" or MessageMedia.TooLarge) => VoiceTooLong,
        (_, MessageMedia.TooLarge) => TooLarge,
        (_, { } failure) when !failure.StartsWith(MessageMedia.OfFile, StringComparison.Ordinal) => null,
        (MessageKind.Audio, _) => VoiceLost,
        (MessageKind.Image, _) => PictureLost,
        _ => FileLost,
    };
}
