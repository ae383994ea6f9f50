using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;
using WaSaas.Infrastructure.Persistence.Tables;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class SubscriptionConfiguration : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.Ignore(s => s.Events);
        builder.Ignore(s => s.IsRecurring);
        builder.Ignore(s => s.GraceEndsAt);
        builder.HasKey(s => s.TenantId);
        builder.Property(s => s.Grants).HasJsonConversion();
        builder.Property(s => s.Told).HasJsonConversion();
        // Ids of the provider have up to 255 characters.
        builder.Property(s => s.CustomerId).HasMaxLength(255);
        builder.HasIndex(s => s.CustomerId).IsUnique().HasFilter("CustomerId IS NOT NULL");
        builder.HasOne<Tenant>().WithOne().HasForeignKey<Subscription>(s => s.TenantId);
    }
}

internal sealed class UsageMeterConfiguration : IEntityTypeConfiguration<UsageMeter>
{
    public void Configure(EntityTypeBuilder<UsageMeter> builder)
    {
        builder.Ignore(u => u.Events);
        builder.HasKey(u => new { u.TenantId, u.Period });
        builder.Property(u => u.AssistantTurns).IsConcurrencyToken();
        builder.Property(u => u.VoiceSeconds).IsConcurrencyToken();
        builder.HasOne<Tenant>().WithMany().HasForeignKey(u => u.TenantId);
    }
}

internal sealed class BillingOperationConfiguration : IEntityTypeConfiguration<BillingOperation>
{
    public void Configure(EntityTypeBuilder<BillingOperation> builder)
    {
        builder.HasKey(o => new { o.TenantId, o.Key });
        builder.Property(o => o.Key).HasMaxLength(255);
        builder.Property(o => o.Kind).HasMaxLength(60);
        builder.Property(o => o.Intent).HasMaxLength(500);
        builder.HasIndex(o => new { o.TenantId, o.Kind, o.Intent });
        builder.HasOne<Tenant>().WithMany().HasForeignKey(o => o.TenantId);
    }
}

internal sealed class BillingEventConfiguration : IEntityTypeConfiguration<BillingEvent>
{
    public void Configure(EntityTypeBuilder<BillingEvent> builder)
    {
        builder.Property(e => e.Id).HasMaxLength(255);
        builder.HasIndex(e => e.DueAt).HasFilter("DueAt IS NOT NULL");
    }
}

internal sealed class PretendedAccountConfiguration : IEntityTypeConfiguration<PretendedAccount>
{
    public void Configure(EntityTypeBuilder<PretendedAccount> builder)
    {
        builder.HasKey(a => a.TenantId);
        builder.Property(a => a.State).Metadata.SetMaxLength(null);
        builder.HasOne<Tenant>().WithOne().HasForeignKey<PretendedAccount>(a => a.TenantId);
    }
}
