using WaSaas.Application.Assistant.Embedded;

namespace WaSaas.Application.Conversations;

/// <summary>What code says by itself, before or beside a brain.</summary>
internal static class MannersWording
{
    public static readonly Phrase OptedOut = new(
        ["C'est noté : vous ne recevrez plus de messages de notre part. Si vous nous écrivez, nous vous répondrons."],
        ["Noted: you will get no more messages from us. If you write to us, we will still answer."]);

    public static readonly Phrase TooManyMessages = new(
        ["Nous avons déjà beaucoup échangé, alors je fais une pause. J'ai prévenu la boutique : une personne vous répondra ici."],
        ["We have written a lot already, so I take a break. I have told the shop: a person will answer you here."]);

    public static readonly Phrase AutomaticReplies = new(
        ["Je crois lire des réponses automatiques, alors je m'arrête ici. J'ai prévenu la boutique : une personne vous répondra."],
        ["I think I am reading automatic replies, so I stop here. I have told the shop: a person will answer you."]);

    public static readonly Phrase NobodyCame = new(
        ["La boutique n'a pas encore pu vous répondre, elle est prévenue. En attendant, je continue avec vous."],
        ["The shop could not answer you yet, it has been told. Meanwhile I go on with you."]);

    public static readonly Phrase ClosedUntil = new(
        ["La boutique est fermée en ce moment, elle ouvre {0}."], ["The shop is closed at the moment, it opens {0}."]);
}
