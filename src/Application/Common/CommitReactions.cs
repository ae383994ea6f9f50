using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Common;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Common;

/// <summary>What follows a commit: pages are told, workers are woken. Nothing here may fail or write.</summary>
public sealed class CommitReactions(ILive live, IWorkSignals signals)
{
    public void After(IReadOnlyCollection<IDomainEvent> events)
    {
        foreach (var happened in events.Distinct())
        {
            React(happened);
        }
    }

    private void React(IDomainEvent happened)
    {
        switch (happened)
        {
            case MessageReceived e:
                signals.TurnsChanged();
                Conversation(e.TenantId, e.ConversationId);
                break;
            case MessageStored e:
                signals.OutboxChanged();
                Conversation(e.TenantId, e.ConversationId);
                break;
            case MediaSettled e:
                signals.TurnsChanged();
                Conversation(e.TenantId, e.ConversationId);
                break;
            case ResponderChanged e:
                signals.TurnsChanged();
                Conversation(e.TenantId, e.ConversationId);
                break;
            case HandedOff e:
                live.Announce(e.TenantId.Value, LiveTopics.HandOff, e.ConversationId.Value);
                break;
            case TurnFinished e:
                Conversation(e.TenantId, e.ConversationId);
                break;
            case ConversationSeen e:
                Conversation(e.TenantId, e.ConversationId);
                break;
            case MessageAdvanced e:
                Conversation(e.TenantId, e.ConversationId);
                break;
            case SessionChanged e:
                signals.OutboxChanged();
                live.Announce(e.TenantId.Value, LiveTopics.Session, e.SessionId.Value);
                break;
            case AssistantSwitched e:
                live.Announce(e.TenantId.Value, LiveTopics.Assistant);
                break;
            case ModelConsentChanged e:
                live.Announce(e.TenantId.Value, LiveTopics.Assistant);
                break;
            case ShopChanged e:
                live.Announce(e.TenantId.Value, LiveTopics.Assistant);
                break;
            case ProductChanged e:
                live.Announce(e.TenantId.Value, LiveTopics.Product, e.ProductId.Value);
                break;
            case DeliveryChanged e:
                live.Announce(e.TenantId.Value, LiveTopics.Delivery);
                break;
            case OrderMoved e:
                live.Announce(e.TenantId.Value, LiveTopics.Order, e.OrderId.Value);
                break;
            case OrderPaymentChanged e:
                live.Announce(e.TenantId.Value, LiveTopics.Order, e.OrderId.Value);
                break;
            case SubscriptionChanged or UsageThresholdReached:
                live.Announce(happened.TenantId.Value, LiveTopics.Plan);
                break;
            case TeamChanged e:
                live.Announce(e.TenantId.Value, LiveTopics.Team);
                break;
            case PriceAgreed:
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType().Name} has no reaction; decide on one.");
        }
    }

    private void Conversation(TenantId tenant, ConversationId conversation) =>
        live.Announce(tenant.Value, LiveTopics.Conversation, conversation.Value);
}
