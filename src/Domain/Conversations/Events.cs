using WaSaas.Domain.Common;

namespace WaSaas.Domain.Conversations;

public sealed record MessageReceived(TenantId TenantId, ConversationId ConversationId, MessageId MessageId) : IDomainEvent;

public sealed record MessageStored(TenantId TenantId, ConversationId ConversationId, MessageId MessageId) : IDomainEvent;

public sealed record ResponderChanged(TenantId TenantId, ConversationId ConversationId, Responder Responder) : IDomainEvent;

public sealed record TurnFinished(TenantId TenantId, ConversationId ConversationId) : IDomainEvent;

public sealed record ConversationSeen(TenantId TenantId, ConversationId ConversationId, DateTimeOffset At) : IDomainEvent;

/// <summary>A receipt moved a message forward.</summary>
public sealed record MessageAdvanced(TenantId TenantId, ConversationId ConversationId, MessageId MessageId) : IDomainEvent;

/// <summary>The assistant asks for a person.</summary>
public sealed record HandedOff(TenantId TenantId, ConversationId ConversationId, string Reason) : IDomainEvent;

/// <summary>A file came, a note was written down, or neither is to be had: whoever waits for it goes on.</summary>
public sealed record MediaSettled(TenantId TenantId, ConversationId ConversationId, MessageId MessageId) : IDomainEvent;
