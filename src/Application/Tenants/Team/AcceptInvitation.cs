using MediatR;
using Microsoft.EntityFrameworkCore;
using WaSaas.Application.Accounts;
using WaSaas.Application.Common;
using WaSaas.Application.Subscriptions;
using WaSaas.Domain.Common;
using WaSaas.Domain.Tenants;

namespace WaSaas.Application.Tenants.Team;

/// <summary>
/// The invited person takes her place, in the scope of the shop that the link belongs to: with the account she is signed in
/// with, or with a new one. The link came by mail, so the address is hers.
/// </summary>
/// <param name="Token">Secret of the link.</param>
/// <param name="Name">Of somebody new.</param>
/// <param name="Password">Of somebody new; checked by <see cref="PasswordPolicy"/>.</param>
/// <param name="Language">fr or en, of somebody new.</param>
public sealed record AcceptInvitation(string Token, string? Name, string? Password, string Language) : IRequest<Result>;

/// <remarks>Not a command of the pipeline: the password is hashed before the transaction, and the cookie follows after it.</remarks>
internal sealed class AcceptInvitationHandler(
    ICurrentUser user, IAccounts accounts, IAppDbContext db, ITenantScope tenant, IUnitOfWork unitOfWork, PlanRoom room,
    IBrowserSession browser, OwnerPost post, TimeProvider clock)
    : IRequestHandler<AcceptInvitation, Result>
{
    public async Task<Result> Handle(AcceptInvitation request, CancellationToken cancellationToken)
    {
        var hash = Invitation.HashOf(request.Token);
        var email = await db.Invitations.Where(i => i.Hash == hash).Select(i => i.Email).SingleOrDefaultAsync(cancellationToken);
        if (email is null)
        {
            return TeamErrors.InvitationOver;
        }

        var newcomer = user.Id is null ? Newcomer(request, email) : default;
        if (newcomer.Error is { } weak)
        {
            return weak;
        }

        var joined = await unitOfWork.RunAsync(ct => JoinAsync(hash, newcomer.Value, ct), r => r.IsOk, cancellationToken);
        if (joined.Value is not { } person)
        {
            return joined.Error!;
        }

        if (user.Id is null)
        {
            await browser.StartAsync(person, tenant.Id, SignInMeans.Password, cancellationToken);
        }

        var shop = await db.Tenants.Select(t => t.Name).SingleAsync(cancellationToken);
        await post.SendAsync(owner => TeamMails.Joined(owner, shop, person.Email), cancellationToken);
        return Result.Ok;
    }

    private Result<NewPerson> Newcomer(AcceptInvitation request, string email)
    {
        var name = request.Name?.Trim() ?? "";
        if (name.Length > TeamErrors.MaxNameLength)
        {
            return TeamErrors.PersonNameLength;
        }

        var password = request.Password ?? "";
        return PasswordPolicy.Check(password, email, name).Error is { } weak
            ? weak
            : new NewPerson(email, request.Language == "en" ? "en" : "fr", accounts.Hash(password)) { Name = name };
    }

    private async Task<Result<Person>> JoinAsync(string hash, NewPerson? newcomer, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Hash == hash, ct);
        if (invitation?.Accept(now) is not { IsOk: true })
        {
            return TeamErrors.InvitationOver;
        }

        var found = await PersonAsync(invitation.Email, newcomer, ct);
        if (found.Value is not { } person)
        {
            return found.Error!;
        }

        if (await db.Memberships.AnyAsync(m => m.UserId == person.Id, ct))
        {
            return TeamErrors.AlreadyMember;
        }

        if (await room.ForPersonAsync(ct) is { } full)
        {
            return full;
        }

        db.Memberships.Add(new Membership(tenant.Id, person.Id, invitation.Role, now));
        await accounts.MarkEmailConfirmedAsync(person.Id, ct);
        if (user.Id is not null)
        {
            await browser.MoveToAsync(tenant.Id, ct);
        }

        return person;
    }

    private async Task<Result<Person>> PersonAsync(string email, NewPerson? newcomer, CancellationToken ct)
    {
        if (newcomer is not null)
        {
            return await accounts.FindAsync(email, ct) is null ? await accounts.AddAsync(newcomer, ct) : TeamErrors.SignInFirst;
        }

        var here = user.Id is { } id ? await accounts.FindAsync(id, ct) : null;
        return here is not null && string.Equals(here.Email, email, StringComparison.OrdinalIgnoreCase) ? here : TeamErrors.InvitedSomebodyElse;
    }
}
