using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;

namespace WaSaas.Application.Common;

/// <summary>The rows of the shop in scope, and of no other.</summary>
public interface IAppDbContext
{
    DbSet<Tenant> Tenants { get; }

    DbSet<Membership> Memberships { get; }

    DbSet<Invitation> Invitations { get; }

    DbSet<ApiKey> ApiKeys { get; }

    DbSet<Subscription> Subscriptions { get; }

    DbSet<UsageMeter> UsageMeters { get; }

    DbSet<BillingOperation> BillingOperations { get; }

    /// <summary>Of the installation: a notice belongs to no shop.</summary>
    DbSet<BillingEvent> BillingEvents { get; }

    DbSet<Product> Products { get; }

    DbSet<DeliveryZone> DeliveryZones { get; }

    DbSet<DeliveryRules> DeliveryRules { get; }

    DbSet<DeliveryQuote> DeliveryQuotes { get; }

    DbSet<PriceNegotiation> Negotiations { get; }

    DbSet<PriceOffer> PriceOffers { get; }

    DbSet<Cart> Carts { get; }

    DbSet<Recap> Recaps { get; }

    DbSet<Order> Orders { get; }

    DbSet<WhatsAppSession> Sessions { get; }

    DbSet<Contact> Contacts { get; }

    DbSet<ContactAddress> ContactAddresses { get; }

    DbSet<Conversation> Conversations { get; }

    DbSet<Message> Messages { get; }

    DbSet<TurnRecord> TurnRecords { get; }

    DbSet<ConversationMemory> ConversationMemories { get; }

    DbSet<TurnPace> TurnPaces { get; }

    /// <summary>Of no shop: one row, or none as long as nothing was ever switched.</summary>
    DbSet<InstallationState> InstallationStates { get; }
}
