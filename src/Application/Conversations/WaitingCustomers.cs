using System.Linq.Expressions;
using WaSaas.Domain.Conversations;

namespace WaSaas.Application.Conversations;

internal static class WaitingCustomers
{
    /// <summary>The assistant asked for a person and none came, or the customer waits for the one who took over.</summary>
    public static readonly Expression<Func<Conversation, bool>> ForPerson =
        c => c.HandOffReason != null || (c.Responder == Responder.Person && c.LastAuthor == MessageAuthor.Customer);
}
