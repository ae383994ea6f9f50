using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Retention;
using WaSaas.Application.Tenants.Team;
using WaSaas.Application.Tests.Accounts;
using WaSaas.Domain.Subscriptions;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tests.Tenants.Team;

public sealed class InvitationTests
{
    [Fact]
    public async Task Somebody_new_follows_the_mail_and_is_in_the_team_at_once()
    {
        await using var crew = await Crew.OpenAsync();
        var token = await crew.InviteAsync("kofi@example.com");
        Assert.Equal("kofi@example.com", crew.Town.Mails[^1].To);
        Assert.Contains("https://shops.example/join?token=", crew.Town.Mails[^1].Body, StringComparison.Ordinal);
        var kofi = crew.Town.Browse();

        Assert.True((await crew.JoinAsync(kofi, token)).IsOk);

        var who = await kofi.WhoAsync();
        Assert.Equal(crew.Shop.Value.ToString(), who.FindFirst(PersonClaims.Shop)?.Value);
        Assert.Equal(PersonClaims.Agent, who.FindFirst(PersonClaims.Role)?.Value);
        var me = (await kofi.SendAsync(new GetMe()))!.Person;
        Assert.Equal(("Kofi", true), (me.Name, me.EmailConfirmed));
        Assert.Equal("afi@example.com", crew.Town.Mails[^1].To);
        Assert.Equal(["afi@example.com", "kofi@example.com"], (await crew.TeamAsync()).Members.Select(m => m.Email));
        Assert.Empty((await crew.TeamAsync()).Invitations);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        await using var crew = await Crew.OpenAsync();
        var token = await crew.InviteAsync("kofi@example.com");
        await crew.JoinAsync(crew.Town.Browse(), token);

        Assert.Equal(TeamErrors.InvitationOver, (await crew.JoinAsync(crew.Town.Browse(), token)).Error);
        Assert.Null(await crew.Town.Browse().SendAsync(new GetInvitation(token)));
    }

    [Fact]
    public async Task A_person_with_an_account_signs_in_joins_and_may_go_back_to_her_own_shop()
    {
        await using var crew = await Crew.OpenAsync();
        var awa = crew.Town.Browse();
        var own = (await awa.SendAsync(Town.NewShop("awa@example.com", "Chez Awa"))).Value;
        var token = await crew.InviteAsync("AWA@example.com");

        Assert.Equal(TeamErrors.SignInFirst, (await crew.JoinAsync(crew.Town.Browse(), token)).Error);
        Assert.True((await awa.SendAsync(new GetInvitation(token)))!.IsForHere);
        Assert.True((await crew.JoinAsync(awa, token)).IsOk);

        var who = await awa.WhoAsync();
        Assert.Equal((crew.Shop.Value.ToString(), PersonClaims.Agent), (who.FindFirst(PersonClaims.Shop)?.Value, who.FindFirst(PersonClaims.Role)?.Value));
        Assert.True((await awa.SendAsync(new ChooseShop(own))).IsOk);
        Assert.Equal(PersonClaims.Owner, (await awa.WhoAsync()).FindFirst(PersonClaims.Role)?.Value);
    }

    [Fact]
    public async Task An_invitation_is_for_its_address_only()
    {
        await using var crew = await Crew.OpenAsync();
        var awa = crew.Town.Browse();
        await awa.SendAsync(Town.NewShop("awa@example.com", "Chez Awa"));
        var token = await crew.InviteAsync("kofi@example.com");

        Assert.Equal(TeamErrors.InvitedSomebodyElse, (await crew.JoinAsync(awa, token)).Error);
        Assert.Single((await crew.TeamAsync()).Invitations);
    }

    [Fact]
    public async Task A_link_ends_after_a_week_by_a_new_one_and_by_withdrawal()
    {
        await using var crew = await Crew.OpenAsync();
        var first = await crew.InviteAsync("kofi@example.com");
        var id = Assert.Single((await crew.TeamAsync()).Invitations).Id;

        Assert.True((await crew.Owner.SendAsync(new ResendInvitation(id, "fr"))).IsOk);
        var second = crew.LastToken();
        Assert.Equal(TeamErrors.InvitationOver, (await crew.JoinAsync(crew.Town.Browse(), first)).Error);
        var third = await crew.InviteAsync("kofi@example.com");
        Assert.Equal(TeamErrors.InvitationOver, (await crew.JoinAsync(crew.Town.Browse(), second)).Error);
        Assert.Single((await crew.TeamAsync()).Invitations);

        Assert.True((await crew.Owner.SendAsync(new WithdrawInvitation(id))).IsOk);
        Assert.Equal(TeamErrors.InvitationOver, (await crew.JoinAsync(crew.Town.Browse(), third)).Error);
        Assert.Equal(Domain.Common.Error.NotFound, (await crew.Owner.SendAsync(new WithdrawInvitation(id))).Error);

        var late = await crew.InviteAsync("ama@example.com");
        crew.Town.Clock.Advance(Invitation.Lasts);
        Assert.Equal(TeamErrors.InvitationOver, (await crew.JoinAsync(crew.Town.Browse(), late)).Error);
        Assert.Null(await crew.Town.Browse().SendAsync(new GetInvitation(late)));
    }

    [Fact]
    public async Task Of_twenty_who_accept_at_once_with_one_place_left_one_gets_it()
    {
        await using var crew = await Crew.OpenAsync();
        await crew.AgentAsync("kofi@example.com");
        var tokens = new List<string>();
        for (var i = 0; i < Invitation.MaxOpen; i++)
        {
            tokens.Add(await crew.InviteAsync($"agent{i}@example.com"));
        }

        var joined = await Task.WhenAll(tokens.Select(token => crew.JoinAsync(crew.Town.Browse(), token)));

        Assert.Single(joined, j => j.IsOk);
        Assert.All(joined.Where(j => !j.IsOk), j => Assert.Equal(SubscriptionErrors.PeopleLimit(0), j.Error));
        Assert.Equal(PlanTerms.Default.Pro.People, (await crew.TeamAsync()).Members.Count);
    }

    [Fact]
    public async Task Who_cannot_be_invited_is_said()
    {
        await using var crew = await Crew.OpenAsync();
        await crew.AgentAsync("kofi@example.com");

        Assert.Equal(AccountErrors.EmailInvalid, (await crew.Owner.SendAsync(new InvitePerson("kofi", "fr"))).Error);
        Assert.Equal(TeamErrors.AlreadyMember, (await crew.Owner.SendAsync(new InvitePerson("Kofi@example.com", "fr"))).Error);
        for (var i = 0; i < Invitation.MaxOpen; i++)
        {
            await crew.InviteAsync($"agent{i}@example.com");
        }

        Assert.Equal(TeamErrors.TooManyInvitations, (await crew.Owner.SendAsync(new InvitePerson("one-more@example.com", "fr"))).Error);
        await crew.JoinAsync(crew.Town.Browse(), crew.LastToken());
        Assert.Equal(SubscriptionErrors.PeopleLimit(0), (await crew.Owner.SendAsync(new InvitePerson("ama@example.com", "fr"))).Error);
    }

    [Fact]
    public async Task Addresses_of_old_invitations_are_forgotten()
    {
        await using var crew = await Crew.OpenAsync();
        await crew.InviteAsync("kofi@example.com");
        crew.Town.Clock.Advance(Invitation.ForgottenAfter);
        await crew.Town.SendAsync(new PurgeShop(), crew.Shop);
        Assert.Equal(1, await crew.Town.ReadAsync(crew.Shop, db => db.Invitations.CountAsync()));

        crew.Town.Clock.Advance(TimeSpan.FromDays(1));
        await crew.Town.SendAsync(new PurgeShop(), crew.Shop);

        Assert.Equal(0, await crew.Town.ReadAsync(crew.Shop, db => db.Invitations.CountAsync()));
    }

    [Fact]
    public async Task The_mail_speaks_the_language_of_its_reader()
    {
        await using var crew = await Crew.OpenAsync();
        await crew.Town.Browse().SendAsync(Town.NewShop("awa@example.com", "Chez Awa") with { Language = "en" });

        await crew.InviteAsync("awa@example.com", "fr");
        Assert.Equal("Tissus Afi invites you to its team", crew.Town.Mails[^1].Subject);
        await crew.InviteAsync("kofi@example.com", "fr");
        Assert.Equal("Tissus Afi vous invite dans son équipe", crew.Town.Mails[^1].Subject);
    }
}
