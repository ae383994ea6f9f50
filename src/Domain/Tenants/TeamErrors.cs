using WaSaas.Domain.Common;

namespace WaSaas.Domain.Tenants;

public static class TeamErrors
{
    public const int MaxNameLength = 80;

    public static readonly Error OwnersOnly = new("owners_only", "Only the owner of the shop may do this.");

    public static readonly Error PlaceStopped = new("place_stopped", "The plan of this shop has no room for you at present. Its owner can choose a larger one.");

    public static readonly Error OwnerStays = new("owner_stays", "An owner cannot be taken off the team.");

    public static readonly Error AlreadyMember = new("already_member", "This person belongs to the team already.");

    public static readonly Error InvitationOver = new("invitation_over", "This invitation was used, withdrawn, or is older than a week. Ask the owner for a new one.");

    public static readonly Error InvitedSomebodyElse = new("invited_somebody_else", "This invitation is for another address than the one that is signed in.");

    public static readonly Error SignInFirst = new("invited_sign_in", "There is an account with this address. Sign in, then accept.");

    public static readonly Error TooManyInvitations = new(
        "too_many_invitations", $"{Invitation.MaxOpen} invitations wait for an answer. Withdraw one first.", Invitation.MaxOpen);

    public static readonly Error PersonNameLength = new("person_name_length", $"A name has at most {MaxNameLength} characters.", MaxNameLength);
}
