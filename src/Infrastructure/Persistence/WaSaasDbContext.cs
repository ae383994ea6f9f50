using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using WaSaas.Domain.Catalogue;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Delivery;
using WaSaas.Domain.Jobs;
using WaSaas.Domain.Negotiation;
using WaSaas.Domain.Orders;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Domain.WhatsApp;
using WaSaas.Infrastructure.Identity;
using WaSaas.Infrastructure.Persistence.Tables;

namespace WaSaas.Infrastructure.Persistence;

/// <summary>The model, without the wall. Use <see cref="AppDbContext"/>, or the admin context for the few cross-shop questions.</summary>
public abstract class WaSaasDbContext(DbContextOptions options) : IdentityUserContext<AppUser, Guid>(options)
{
    public DbSet<Tenant> Tenants => Set<Tenant>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<UsageMeter> UsageMeters => Set<UsageMeter>();

    public DbSet<BillingOperation> BillingOperations => Set<BillingOperation>();

    public DbSet<BillingEvent> BillingEvents => Set<BillingEvent>();

    public DbSet<PretendedAccount> PretendedAccounts => Set<PretendedAccount>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<DeliveryZone> DeliveryZones => Set<DeliveryZone>();

    public DbSet<DeliveryRules> DeliveryRules => Set<DeliveryRules>();

    public DbSet<DeliveryQuote> DeliveryQuotes => Set<DeliveryQuote>();

    public DbSet<PriceNegotiation> Negotiations => Set<PriceNegotiation>();

    public DbSet<PriceOffer> PriceOffers => Set<PriceOffer>();

    public DbSet<Cart> Carts => Set<Cart>();

    public DbSet<Recap> Recaps => Set<Recap>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<WhatsAppSession> Sessions => Set<WhatsAppSession>();

    public DbSet<Contact> Contacts => Set<Contact>();

    public DbSet<ContactAddress> ContactAddresses => Set<ContactAddress>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<TurnRecord> TurnRecords => Set<TurnRecord>();

    public DbSet<ConversationMemory> ConversationMemories => Set<ConversationMemory>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<ScheduleState> JobSchedules => Set<ScheduleState>();

    public DbSet<TurnPace> TurnPaces => Set<TurnPace>();

    public DbSet<InstallationState> InstallationStates => Set<InstallationState>();

    public DbSet<WhatsAppCredential> WhatsAppCredentials => Set<WhatsAppCredential>();

    public DbSet<WhatsAppKey> WhatsAppKeys => Set<WhatsAppKey>();

    public DbSet<WhatsAppJournalRow> WhatsAppJournal => Set<WhatsAppJournalRow>();

    public DbSet<WhatsAppSentContent> WhatsAppSentContents => Set<WhatsAppSentContent>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(WaSaasDbContext).Assembly);

        // Every key is made by the program, so that no insert has to be read back. These rows are never written: claims come
        // from memberships.
        builder.Entity<IdentityUserClaim<Guid>>().Property(c => c.Id).ValueGeneratedNever();
    }
}
