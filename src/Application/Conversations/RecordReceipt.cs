using WaSaas.Application.Common;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Conversations;

/// <summary>The network said how far a message of ours came. Late or repeated receipts change nothing.</summary>
/// <param name="Session">The linked number it left from.</param>
/// <param name="ExternalId">The network's id.</param>
/// <param name="Status">Sent, Delivered, Read, Played or Failed.</param>
/// <param name="Code">Why it failed, e.g. 463.</param>
public sealed record RecordReceipt(SessionId Session, string ExternalId, MessageStatus Status, string? Code) : ICommand<Result>;
