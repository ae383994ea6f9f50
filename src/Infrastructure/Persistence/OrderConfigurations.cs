using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using WaSaas.Domain.Conversations;
using WaSaas.Domain.Orders;

namespace WaSaas.Infrastructure.Persistence;

internal sealed class PriceOfferConfiguration : IEntityTypeConfiguration<PriceOffer>
{
    public void Configure(EntityTypeBuilder<PriceOffer> builder)
    {
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Property(o => o.Shelf).HasJsonConversion();
        builder.HasIndex(o => new { o.TenantId, o.ContactId, o.ExpiresAt });
        builder.HasOne<Contact>().WithMany().HasForeignKey(o => new { o.TenantId, o.ContactId });
    }
}

internal sealed class CartConfiguration : IEntityTypeConfiguration<Cart>
{
    public void Configure(EntityTypeBuilder<Cart> builder)
    {
        builder.Ignore(c => c.Events);
        builder.Ignore(c => c.Parcel);
        builder.HasKey(c => new { c.TenantId, c.Id });
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.Property(c => c.Lines).HasJsonConversion();
        builder.Property(c => c.Recipient).HasJsonConversion();
        builder.HasIndex(c => new { c.TenantId, c.ConversationId }).IsUnique();
        builder.HasOne<Contact>().WithMany().HasForeignKey(c => new { c.TenantId, c.ContactId });
    }
}

internal sealed class RecapConfiguration : IEntityTypeConfiguration<Recap>
{
    public void Configure(EntityTypeBuilder<Recap> builder)
    {
        builder.Ignore(r => r.ToPay);
        builder.HasKey(r => new { r.TenantId, r.Id });
        builder.Property(r => r.Lines).HasJsonConversion();
        builder.Property(r => r.Place).HasJsonConversion();
        builder.Property(r => r.Recipient).HasJsonConversion();
        builder.Property(r => r.Eta).HasJsonConversion();
        builder.Property(r => r.Hash).HasMaxLength(64);

        // Of two yeses at once, one finds the recap used.
        builder.Property(r => r.OrderId).IsConcurrencyToken();
        builder.HasIndex(r => new { r.TenantId, r.ConversationId, r.CreatedAt });
        builder.HasOne<Contact>().WithMany().HasForeignKey(r => new { r.TenantId, r.ContactId });
    }
}

internal sealed class OrderConfiguration : IEntityTypeConfiguration<Order>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.Ignore(o => o.Events);
        builder.HasKey(o => new { o.TenantId, o.Id });
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Property(o => o.Lines).HasJsonConversion();
        builder.Property(o => o.Place).HasJsonConversion();
        builder.Property(o => o.Recipient).HasJsonConversion();
        builder.Property(o => o.Payment).HasJsonConversion();
        builder.Property(o => o.Steps).HasJsonConversion();
        // Test orders count for themselves, each conversation from 1.
        builder.HasIndex(o => new { o.TenantId, o.Number }).IsUnique().HasFilter("IsTest = 0");
        builder.HasIndex(o => new { o.TenantId, o.Status, o.Number });

        // A recap becomes one order; drafts (status 1) of it that came to nothing do not count.
        builder.HasIndex(o => new { o.TenantId, o.RecapId }).IsUnique().HasFilter("Status <> 1");
        builder.HasOne<Contact>().WithMany().HasForeignKey(o => new { o.TenantId, o.ContactId }).OnDelete(DeleteBehavior.Restrict);
    }
}
