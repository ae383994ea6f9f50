using WaSaas.Application.Assistant;

namespace WaSaas.Application.Conversations;

/// <summary>What a customer hears when even the embedded assistant failed: never silence.</summary>
internal static class Apologies
{
    public static AssistantAnswer HandOver(TurnContext turn)
    {
        var language = turn.Language ?? turn.Tenant.Language;
        var text = language == "en"
            ? "Sorry, I cannot answer that right now. I am passing you on to a person of the shop."
            : "Désolé, je n’arrive pas à répondre pour le moment. Je vous passe une personne de la boutique.";
        return new AssistantAnswer([AssistantReply.OfText(text)], language, "assistant_failed", AssistantBrains.Embedded, []);
    }
}
