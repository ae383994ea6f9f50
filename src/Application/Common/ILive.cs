namespace WaSaas.Application.Common;

/// <summary>Tells open pages of a shop that something they show was committed.</summary>
public interface ILive
{
    /// <param name="tenantId">The shop whose pages are told.</param>
    /// <param name="topic">One of <see cref="LiveTopics"/>.</param>
    /// <param name="subjectId">The conversation, session or product that changed, when it is one.</param>
    void Announce(Guid tenantId, string topic, Guid? subjectId = null);
}

public static class LiveTopics
{
    public const string Session = "session";
    public const string Conversation = "conversation";
    public const string Assistant = "assistant";

    /// <summary>A customer wants a person; the subject is the conversation.</summary>
    public const string HandOff = "hand-off";
    public const string Product = "product";
    public const string Delivery = "delivery";
    public const string Order = "order";
    public const string Plan = "plan";

    /// <summary>Somebody came, left or was asked; also ends what an open page of somebody who left still hears.</summary>
    public const string Team = "team";
}

/// <summary>Wakes the workers after a commit, so that they need not poll hard.</summary>
public interface IWorkSignals
{
    void TurnsChanged();

    void OutboxChanged();
}
